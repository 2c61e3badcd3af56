// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.checkin;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.api.error.FieldError;
import org.smartems.spi.procedure.CheckIn;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceResponse;

/** Takes the reports of devices. Safe for use by many threads, which wait while their reports share a round trip. */
@ProviderType
public interface CheckIns {

    /**
     * Stores a report, decides on the work, has the answer worded, and commits all of it.
     *
     * @param contact who says it, and how it came
     * @param report what the device says
     * @param answer words a decision; called on this thread without a connection held, and again when the device was
     *     changed meanwhile
     * @return the answer of the decision that was committed
     * @throws org.smartems.api.error.ValidationException when the report breaks a rule; that is stored in the log
     * @throws CredentialRefused when the credential of the contact no longer holds, or is not the device's own
     * @throws org.smartems.api.error.PlatformException UNAVAILABLE while the database is away, after three changed
     *     revisions, or while this bundle stops; nothing was stored
     */
    Answered checkIn(Contact contact, DeviceReport report, Function<CheckIn, DeviceResponse> answer);

    /**
     * Logs a request that the procedure cannot read, and waits until that is stored.
     *
     * @param contact how it came
     * @param errors what is wrong with which field
     * @throws org.smartems.api.error.PlatformException UNAVAILABLE when it cannot be stored
     */
    void refuse(Contact contact, List<FieldError> errors);

    /**
     * Logs lines of a contact that ended without a check-in, such as the failure of a plug-in. Never fails: what cannot
     * be stored is told in the log of the server.
     *
     * @param contact with its lines
     * @param report what the device had said by then; the lines are those of its device when that is known
     */
    void log(Contact contact, Optional<DeviceReport> report);

    /**
     * Stores failed attempts to log in, without waiting for it; of a flood of them not all.
     *
     * @param attempt what was tried
     */
    void failed(FailedLogin attempt);
}
