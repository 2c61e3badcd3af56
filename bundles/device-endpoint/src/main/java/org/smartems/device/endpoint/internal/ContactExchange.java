// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.PlatformException;
import org.smartems.api.error.ValidationException;
import org.smartems.fleet.checkin.Answered;
import org.smartems.fleet.checkin.CheckIns;
import org.smartems.platform.plugin.Call;
import org.smartems.platform.plugin.PlatformFailure;
import org.smartems.platform.plugin.PlugInAway;
import org.smartems.spi.procedure.CheckIn;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.DeviceExchange;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceRequest;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.DeviceTypeInfo;
import org.smartems.spi.procedure.LogLevel;
import org.smartems.spi.schema.Settings;

/** What a procedure is given of a contact, for the time of its call. */
final class ContactExchange implements DeviceExchange {

    private final Visit visit;
    private final CheckIns checkIns;
    private final Call call;
    private boolean checkedIn;
    private DeviceResponse worded;
    private Throwable failure;
    private Throwable ownFailure;

    ContactExchange(Visit visit, CheckIns checkIns, Call call) {
        this.visit = visit;
        this.checkIns = checkIns;
        this.call = call;
    }

    @Override
    public DeviceRequest request() {
        return visit.request();
    }

    @Override
    public String route() {
        return visit.admission().route().name();
    }

    @Override
    public DeviceTypeInfo deviceType() {
        return visit.admission().type();
    }

    @Override
    public Settings settings() {
        return visit.settings();
    }

    @Override
    public DeviceField identifier() {
        return visit.identifier();
    }

    @Override
    public void log(LogLevel level, String messageId, Map<String, Object> parameters) {
        visit.trail().add(level, messageId, parameters);
    }

    @Override
    public DeviceResponse checkIn(DeviceReport report, Function<CheckIn, DeviceResponse> answer) {
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(answer, "answer");
        if (checkedIn) {
            throw new IllegalStateException("a contact is checked in once");
        }
        checkedIn = true;
        return platform(() -> {
            visit.says(report);
            Answered answered =
                    checkIns.checkIn(visit.contact(), report, decision -> call.inside(() -> word(answer, decision)));
            visit.handOut(answered.delivery());
            worded = answered.response();
            return worded;
        });
    }

    @Override
    public void refuse(List<FieldError> errors) {
        List<FieldError> copy = List.copyOf(errors);
        platform(() -> {
            checkIns.refuse(visit.contact(), copy);
            return copy;
        });
    }

    /**
     * The answer of the procedure, unless the check-in has failed: that is not for the procedure to conceal. What is
     * stored and worded is answered as well when the plug-in had no place for the way back.
     */
    DeviceResponse answer(CommunicationProcedure procedure) {
        DeviceResponse answer;
        try {
            answer = procedure.handle(this);
        } catch (RuntimeException | Error e) {
            if (isWordedOnly()) {
                return worded;
            }
            failIfCheckInFailed();
            throw e;
        }
        if (isWordedOnly()) {
            return worded;
        }
        failIfCheckInFailed();
        return Answers.checked(answer);
    }

    private boolean isWordedOnly() {
        return worded != null && failure instanceof PlugInAway;
    }

    private void failIfCheckInFailed() {
        if (failure instanceof Error e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
    }

    private DeviceResponse word(Function<CheckIn, DeviceResponse> answer, CheckIn decision) {
        try {
            return Answers.checked(answer.apply(decision));
        } catch (RuntimeException | Error e) {
            ownFailure = e;
            throw e;
        }
    }

    /** The lines so far go into the log with it, also when the report breaks a rule. */
    private <T> T platform(Supplier<T> work) {
        try {
            T result = call.outside(work);
            visit.trail().next();
            return result;
        } catch (ValidationException e) {
            visit.trail().next();
            throw e;
        } catch (PlatformException e) {
            failure = e;
            if (isWordedOnly()) {
                visit.trail().next(); // they are stored
            }
            throw e;
        } catch (RuntimeException | Error e) {
            failure = e == ownFailure ? e : new PlatformFailure(e);
            throw e;
        }
    }
}
