// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.PlatformException;
import org.smartems.api.error.ValidationException;
import org.smartems.spi.procedure.Capability;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.FieldRequirement;
import org.smartems.spi.procedure.Outcome;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.procedure.Route;
import org.smartems.spi.procedure.WorkStep;
import org.smartems.spi.schema.Settings;

/** What every {@link CommunicationProcedure} must fulfil. */
public interface CommunicationProcedureContract {

    /**
     * The procedure under test.
     *
     * @return a new one or always the same
     */
    CommunicationProcedure procedure();

    /**
     * A contact that the procedure understands and checks in with.
     *
     * @return a new one at each call, always with the same request
     */
    FakeDeviceExchange contact();

    /** The description is always the same. */
    @Test
    default void describesItselfAlwaysTheSame() {
        assertThat(ProcedureText.of(procedure().description()))
                .isEqualTo(ProcedureText.of(procedure().description()));
    }

    /** The description has what people and the platform need. */
    @Test
    default void describesItselfCompletely() {
        ProcedureDescription described = procedure().description();
        assertThat(described.label()).isNotBlank();
        assertThat(described.required()).allMatch(it -> !described.supported().contains(it));
        assertThat(described.identifiers())
                .doesNotHaveDuplicates()
                .allSatisfy(field -> assertThat(described.requirement(field)).isNotEqualTo(FieldRequirement.UNUSED));
        assertThat(Settings.of(described.settings(), Map.of())).isNotNull();
    }

    /** Each route has a name and a path of its own. */
    @Test
    default void describesRoutesThatCanBeToldApart() {
        List<Route> routes = procedure().description().routes();
        assertThat(routes).isNotEmpty();
        assertThat(routes).extracting(Route::name).doesNotHaveDuplicates().allMatch(name -> !name.isBlank());
        assertThat(routes).extracting(Route::path).doesNotHaveDuplicates();
    }

    /** A device type can have what the plan hands out. */
    @Test
    default void plansOnlyWhatItsDeviceTypesCanHave() {
        ProcedureDescription described = procedure().description();
        Set<Capability> possible = new HashSet<>(described.required());
        possible.addAll(described.supported());
        assertThat(described.plan()).allSatisfy(step -> assertThat(possible).containsAll(ProcedureText.needs(step)));
        assertThat(described.plan()).extracting(ProcedureText::of).doesNotHaveDuplicates();
        assertThat(described.routes())
                .extracting(Route::name)
                .containsAll(described.plan().stream()
                        .flatMap(step -> step.route().stream())
                        .toList());
    }

    /** What no honest device sends is answered all the same. */
    @Test
    default void answersHostileBodies() {
        Map<String, byte[]> bodies = HostileBodies.of(contact().request().body());
        for (Route route : procedure().description().routes()) {
            for (String method : route.methods()) {
                bodies.forEach((what, body) -> {
                    byte[] before = body.clone();
                    FakeDeviceExchange exchange =
                            contact().calling(route, method).body(body);
                    assertAnswer(what, procedure().handle(exchange));
                    assertThat(body).as(what + " is not changed").isEqualTo(before);
                });
            }
        }
    }

    /** Headers may be missing or odd. */
    @Test
    default void answersHostileHeaders() {
        for (String type : List.of("", ";", "text/plain; charset=nonsense", "a".repeat(8000), "\u0000/\uFFFF")) {
            FakeDeviceExchange exchange = contact().header("Content-Type", type).query("%00%&=&a=b=c&%C3%28");
            assertAnswer("content type " + type, procedure().handle(exchange));
        }
    }

    /** The understood contact checks in. */
    @Test
    default void checksInOnce() {
        FakeDeviceExchange exchange = contact();
        assertAnswer("a contact", procedure().handle(exchange));
        assertThat(exchange.report()).isPresent();
        assertThat(exchange.refused()).isEmpty();
    }

    /** Whatever the platform decides is answered. */
    @Test
    default void answersEveryOutcome() {
        for (Outcome outcome : Outcome.values()) {
            FakeCheckIn bare = outcome == Outcome.WORK ? someWork() : FakeCheckIn.of(outcome);
            for (FakeCheckIn decision : List.of(bare, bare.identifier("<\"&\u0000\n'>"), bare.template(1, 2, 3))) {
                assertAnswer(outcome.name(), procedure().handle(contact().deciding(decision)));
            }
        }
    }

    /** The platform never says that there is work without handing it out. */
    private FakeCheckIn someWork() {
        List<WorkStep> plan = procedure().description().plan();
        return plan.isEmpty()
                ? FakeCheckIn.of(Outcome.NOTHING)
                : FakeCheckIn.handing(ProcedureText.example(plan.get(0)));
    }

    /** Each step of the plan is worded, and not like the answer without work. */
    @Test
    default void wordsEveryStepOfItsPlan() {
        DeviceResponse nothing = procedure().handle(contact());
        for (WorkStep step : procedure().description().plan()) {
            FakeWork work = ProcedureText.example(step);
            DeviceResponse answer = procedure().handle(contact().deciding(FakeCheckIn.handing(work)));
            assertAnswer(ProcedureText.of(step), answer);
            assertThat(ProcedureText.of(answer)).as(ProcedureText.of(step)).isNotEqualTo(ProcedureText.of(nothing));
        }
    }

    /** A report that the platform refuses is answered; the failure does not leave the procedure. */
    @Test
    default void answersARefusedReport() {
        List<FieldError> errors = List.of(FieldError.of("serialNumber", "validation.required"));
        assertAnswer("refused", procedure().handle(contact().failing(new ValidationException(errors))));
    }

    /** A failure of the platform leaves the procedure as it is, so that the device is told to come again. */
    @Test
    default void lets503Through() {
        PlatformException away = new PlatformException(ErrorCategory.UNAVAILABLE, "databaseAway", "Try again later.");
        assertThatThrownBy(() -> procedure().handle(contact().failing(away))).isSameAs(away);
    }

    /** One instance serves many threads. */
    @Test
    default void servesManyThreads() {
        CommunicationProcedure shared = procedure();
        String expected = ProcedureText.of(shared.handle(contact()));
        assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> ProcedureText.of(shared.handle(contact()))))
                .containsOnly(expected);
    }

    private static void assertAnswer(String what, DeviceResponse answer) {
        assertThat(answer).as(what).isNotNull();
        assertThat(answer.status()).as(what).isBetween(200, 599);
        assertThat(answer.contentType()).as(what).doesNotContain("\r", "\n");
    }
}
