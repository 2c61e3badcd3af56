// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.api.error.FieldError;
import org.smartems.spi.schema.Settings;

/** One contact of a device, from its request to the answer; belongs to the thread of the request. */
@ProviderType
public interface DeviceExchange {

    /**
     * The request.
     *
     * @return the same for the whole exchange
     */
    DeviceRequest request();

    /**
     * The route that was called.
     *
     * @return {@link Route#name()}
     */
    String route();

    /**
     * The device type that the route belongs to.
     *
     * @return the same for the whole exchange
     */
    DeviceTypeInfo deviceType();

    /**
     * The procedure's settings as they are stored with the device type.
     *
     * @return checked against the schema of the procedure
     */
    Settings settings();

    /**
     * By which field devices are told apart here: one of those that the procedure is {@link
     * ProcedureDescription#identifiedBy identified by}, as the installation has chosen.
     *
     * @return the field
     */
    DeviceField identifier();

    /**
     * Adds a line to the communication log of this contact.
     *
     * @param level how much it matters
     * @param messageId from the catalogue or of the plug-in, without its prefix {@code log.}
     * @param parameters what the text is filled with: strings, numbers and booleans
     */
    void log(LogLevel level, String messageId, Map<String, Object> parameters);

    /**
     * Stores a report, decides on the work, has the answer worded, and commits all of it; to be called once.
     *
     * <p>The words are asked for before the commit, so that a procedure that fails to word its answer hands nothing
     * out; they may be asked for again when the device was changed meanwhile. The answer leaves after the commit.
     *
     * @param report what the device says
     * @param answer words a decision: pure, quick, may be called more than once
     * @return what {@code answer} said of the decision that was committed
     * @throws org.smartems.api.error.ValidationException when the report lacks what the device type requires, or a
     *     value is too long; the communication log says so already
     * @throws org.smartems.api.error.PlatformException when nothing could be stored; not to be caught
     */
    DeviceResponse checkIn(DeviceReport report, Function<CheckIn, DeviceResponse> answer);

    /**
     * Logs that the request cannot be read, for a procedure that then answers by itself.
     *
     * @param errors what is wrong with which field
     */
    void refuse(List<FieldError> errors);
}
