// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smartems.fleet.checkin.LogLine;
import org.smartems.fleet.internal.command.CommandChange;
import org.smartems.fleet.internal.delivery.Delivering;
import org.smartems.spi.procedure.DeviceField;

/**
 * What is to be stored and answered; immutable.
 *
 * @param result for the procedure
 * @param state of the device from now on; its revision is still the one that was read
 * @param lines of the communication log, in order
 * @param configs that the device reported
 * @param diagnose data that the device reported
 * @param commands whose log entries change
 * @param handedOut requested work that this answer delivers
 * @param claims values of exclusive fields that are new with this device: others lose them
 * @param takesIdentifier of a device that had none
 */
record Decision(
        Result result,
        DeviceState state,
        List<LogLine> lines,
        List<ReceivedConfig> configs,
        Optional<ReceivedDiagnose> diagnose,
        List<CommandChange> commands,
        Optional<Delivering> handedOut,
        Map<DeviceField, String> claims,
        Optional<String> takesIdentifier) {}
