// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import org.smartems.device.endpoint.internal.authentication.Proof;
import org.smartems.device.endpoint.internal.http.Incoming;
import org.smartems.fleet.catalogue.Catalogue;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.platform.plugin.Installed;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.procedure.Route;

/**
 * Who makes a request, and where it leads.
 *
 * @param proof of who it is
 * @param procedure of the device type
 * @param route that was called
 */
record Admission(Proof proof, Installed.Entry<CommunicationProcedure, ProcedureDescription> procedure, Route route) {

    Incoming incoming() {
        return proof.attempt().incoming();
    }

    DeviceType type() {
        return proof.attempt().type();
    }

    Catalogue.Snapshot catalogue() {
        return proof.attempt().catalogue();
    }
}
