// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.time.Instant;
import java.util.Optional;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.checkin.Contact;
import org.smartems.fleet.internal.template.TemplateSnapshot;
import org.smartems.spi.procedure.DeviceReport;

/**
 * Everything that a decision depends on.
 *
 * @param contact how the report came
 * @param type of the device, as of the newest catalogue
 * @param report what the device says
 * @param device what is known of it
 * @param template what applies to it
 * @param now the moment
 */
public record Situation(
        Contact contact,
        DeviceType type,
        DeviceReport report,
        DeviceSnapshot device,
        Optional<TemplateSnapshot> template,
        Instant now) {}
