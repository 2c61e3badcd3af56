// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.checkin;

import java.util.List;
import java.util.Optional;
import org.smartems.fleet.catalogue.Catalogue;
import org.smartems.fleet.catalogue.Credential;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.ProcedureDescription;

/**
 * How a report came.
 *
 * @param requestId of the HTTP request
 * @param catalogue state of the system with which the request was routed and authenticated
 * @param deviceType whose route was called
 * @param procedure of the type
 * @param identifier field by which devices are told apart
 * @param credential that was proved; empty when the type asks for none
 * @param origin of the request
 * @param content the body, for the communication log
 * @param trail lines of the procedure so far, in order; read when the report is stored
 */
public record Contact(
        String requestId,
        Catalogue.Snapshot catalogue,
        DeviceType deviceType,
        ProcedureDescription procedure,
        DeviceField identifier,
        Optional<Credential> credential,
        Origin origin,
        byte[] content,
        List<LogLine> trail) {

    /**
     * Where a request came from and went to.
     *
     * @param address of the peer, or of the client behind a trusted proxy
     * @param forwardedFor what a trusted proxy says of the way; may be empty
     * @param host that the request names
     * @param baseUrl scheme, host and port by which the device reaches this server, without a slash at the end
     */
    public record Origin(String address, String forwardedFor, String host, String baseUrl) {}
}
