// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.smartems.fleet.catalogue.Credential;
import org.smartems.fleet.checkin.CredentialRefused;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.spi.procedure.Outcome;
import org.smartems.spi.procedure.Work;

/** Decides on a report: the same situation gives the same decision, and nothing else happens. For many threads. */
final class Decider {

    private final Tools tools;

    Decider(Tools tools) {
        this.tools = tools;
    }

    /**
     * Decides.
     *
     * @throws CredentialRefused when the device is bound to another credential
     */
    Decision decide(Situation situation) {
        Course course = new Course(situation, tools);
        if (!situation.device().isKnown()) {
            return unknown(course);
        }
        bind(course);
        course.log(LogLevel.DEBUG, "deviceFound", course.deviceAndIdentifier());
        store(course);
        if (!situation.device().enabled()) {
            return disabled(course);
        }
        FirmwareComparison.compare(course);
        Optional<Work> work = WorkPlan.walk(course);
        if (work.isEmpty()) {
            course.log(LogLevel.INFO, "deviceNoChange");
        }
        return course.decided(work.isPresent() ? Outcome.WORK : Outcome.NOTHING, work);
    }

    private static Decision unknown(Course course) {
        Recognition.logUnknown(course);
        if (!course.situation.report().isCreating()) {
            return course.decided(Outcome.UNKNOWN, Optional.empty());
        }
        course.log(LogLevel.INFO, "deviceCreate", Map.of("deviceName", course.deviceName()));
        store(course);
        return course.decided(Outcome.CREATED, Optional.empty());
    }

    /** What is taken from every report, also from that of a disabled device. */
    private static void store(Course course) {
        Recognition.takeFacts(course);
        ReceivedCustomData.take(course);
        ReceivedData.take(course);
        ReportedCommand.take(course);
    }

    private static Decision disabled(Course course) {
        String deviceName = course.deviceName();
        if (course.template().isEmpty()) {
            course.log(LogLevel.INFO, "deviceDisabledNoTemplate", Map.of("deviceName", deviceName));
        } else {
            course.situation.type().configNames().forEach((slot, name) -> {
                if (course.template().get().config(slot).isEmpty()) {
                    course.log(
                            LogLevel.INFO,
                            "deviceDisabledNoConfig" + slot,
                            Map.of("deviceName", deviceName, "nameConfig" + slot, name));
                }
            });
        }
        course.log(LogLevel.WARNING, "deviceDisabled", course.deviceAndIdentifier());
        return course.decided(Outcome.DISABLED, Optional.empty());
    }

    private static void bind(Course course) {
        Situation situation = course.situation;
        Optional<Credential> credential = situation.contact().credential();
        if (!situation.type().bindIdentity() || !situation.device().enabled() || credential.isEmpty()) {
            return;
        }
        long id = credential.get().id();
        if (course.boundCredential.orElse(id) != id) {
            throw new CredentialRefused("The device is bound to another credential");
        }
        course.boundCredential = OptionalLong.of(id);
    }
}
