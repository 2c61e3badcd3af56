// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.device;

import java.io.IOException;
import java.util.Optional;
import org.smartems.simulator.Answer;
import org.smartems.simulator.Fault;
import org.smartems.simulator.Reported;
import org.smartems.simulator.WorkResult;

/** A router of the series TK600: one check-in is the router's, the next that of its device supervisor. */
final class SupervisedBehaviour implements Behaviour {

    private final Behaviour router;
    private final Behaviour supervisor;
    private Behaviour current;

    SupervisedBehaviour(Parts parts) {
        this.router = new RouterBehaviour(parts);
        this.supervisor = new SupervisorBehaviour(parts);
        this.current = supervisor;
    }

    @Override
    public Answer contact(Fault fault, Dice dice) throws IOException {
        current = current == router ? supervisor : router;
        return current.contact(fault, dice);
    }

    @Override
    public Reported reported() {
        return current.reported();
    }

    @Override
    public Optional<WorkResult> work(Answer answer, Fault fault, Dice dice) {
        return current.work(answer, fault, dice);
    }

    /** The supervisor calls as soon as the router has. */
    @Override
    public boolean eager() {
        return current == router || router.eager() || supervisor.eager();
    }
}
