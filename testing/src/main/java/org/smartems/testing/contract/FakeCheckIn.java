// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import java.util.Optional;
import java.util.Set;
import org.smartems.spi.procedure.CheckIn;
import org.smartems.spi.procedure.Outcome;
import org.smartems.spi.procedure.Work;

/** A decision as a test wants it; immutable, the methods that change something return a changed copy. */
public final class FakeCheckIn implements CheckIn {

    private final Outcome outcome;
    private final String identifier;
    private final Work work;
    private final boolean template;
    private final Set<Integer> configs;

    private FakeCheckIn(Outcome outcome, String identifier, Work work, boolean template, Set<Integer> configs) {
        this.outcome = outcome;
        this.identifier = identifier;
        this.work = work;
        this.template = template;
        this.configs = configs;
    }

    /**
     * A decision without work, on a device without a template.
     *
     * @param outcome which
     * @return a new decision
     */
    public static FakeCheckIn of(Outcome outcome) {
        return new FakeCheckIn(outcome, "", null, false, Set.of());
    }

    /**
     * A decision to hand out work.
     *
     * @param work what
     * @return a new decision, on a device with a template
     */
    public static FakeCheckIn handing(Work work) {
        return new FakeCheckIn(Outcome.WORK, "", work, true, Set.of(1, 2, 3));
    }

    /**
     * The same decision on a device that is known by something.
     *
     * @param known by what; empty takes what the report says
     * @return a copy
     */
    public FakeCheckIn identifier(String known) {
        return new FakeCheckIn(outcome, known, work, template, configs);
    }

    /**
     * The same decision on a device with a template.
     *
     * @param slots that its version has a config in
     * @return a copy
     */
    public FakeCheckIn template(Integer... slots) {
        return new FakeCheckIn(outcome, identifier, work, true, Set.of(slots));
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public String identifier() {
        return identifier;
    }

    @Override
    public Optional<Work> work() {
        return Optional.ofNullable(work);
    }

    @Override
    public boolean hasTemplate() {
        return template;
    }

    @Override
    public boolean hasConfig(int slot) {
        return configs.contains(slot);
    }
}
