// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.Map;
import java.util.Optional;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.command.CommandChange;
import org.smartems.fleet.internal.command.OpenCommand;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.spi.procedure.Work;
import org.smartems.spi.procedure.WorkKind;
import org.smartems.spi.procedure.WorkStep;

/** Walks over the plan of the procedure: the first step that has work is handed out. */
final class WorkPlan {

    private final Course course;

    private WorkPlan(Course course) {
        this.course = course;
    }

    static Optional<Work> walk(Course course) {
        WorkPlan plan = new WorkPlan(course);
        for (WorkStep step : course.situation.contact().procedure().plan()) {
            Optional<HandOut> work = plan.workOf(step);
            if (work.isPresent()) {
                return Optional.of(plan.handOut(step, work.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<HandOut> workOf(WorkStep step) {
        DeviceType type = course.situation.type();
        return switch (step.kind()) {
            case DIAGNOSE ->
                type.has(Capability.REQUEST_DIAGNOSE)
                        ? request(step, "deviceSendDiagnoseDataRequest")
                        : Optional.empty();
            case REQUEST_CONFIG ->
                type.has(Capability.REQUEST_CONFIG) ? request(step, "deviceSendConfigDataRequest") : Optional.empty();
            case FIRMWARE ->
                type.firmwareNames().containsKey(step.slot())
                        ? new FirmwareStep(course, step).work()
                        : Optional.empty();
            case CONFIG ->
                type.configNames().containsKey(step.slot()) ? new ConfigStep(course, step).work() : Optional.empty();
        };
    }

    private Optional<HandOut> request(WorkStep step, String messageId) {
        if (!course.flags.isSet(Flags.of(step.kind(), 0))) {
            return Optional.empty();
        }
        course.log(LogLevel.INFO, messageId, Map.of("deviceName", course.deviceName()));
        return Optional.of(HandOut.of(step.kind()));
    }

    private Work handOut(WorkStep step, HandOut work) {
        boolean asked = answerRequest(Flags.of(step.kind(), step.slot()));
        if (asked && step.kind() == WorkKind.CONFIG && step.command().isEmpty()) {
            HandedOutConfig.remember(course, step.slot());
        }
        return step.command().isEmpty() ? work : work.as(open(step));
    }

    /** Clears the flag and remembers it until the answer has left; false when nobody had asked. */
    private boolean answerRequest(WorkFlag flag) {
        long sequence = course.flags.sequence(flag);
        boolean asked = sequence != 0 && !course.isRequestedBySelf(flag);
        course.flags = course.flags.clear(flag);
        if (!asked) {
            return false;
        }
        // one row remembers one answer: that of another process counts as failed
        course.delivering
                .flatMap(other -> Flags.of(other.kind(), other.slot()))
                .filter(other -> other != flag)
                .ifPresent(other -> course.flags = course.flags.set(other));
        course.handedOut = Optional.of(course.delivering(flag, sequence));
        course.delivering = course.handedOut;
        return true;
    }

    private HandOut.Command open(WorkStep step) {
        if (course.open.size() >= OpenCommand.MOST) {
            course.change(CommandChange.expired(course.open.remove(0)));
        }
        OpenCommand command = new OpenCommand(
                course.tools.ids().getAsLong(),
                course.situation.now(),
                step.command().orElseThrow(),
                course.tools.transactionIds().get(),
                step.kind().name(),
                step.slot(),
                course.situation.now().plus(course.situation.type().commandExpireDuration()));
        course.open.add(command);
        course.change(CommandChange.created(command));
        return new HandOut.Command(command.name(), command.transactionId());
    }
}
