// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.device;

import java.io.IOException;
import java.util.Optional;
import org.smartems.simulator.Answer;
import org.smartems.simulator.DeviceOptions;
import org.smartems.simulator.DeviceProfile;
import org.smartems.simulator.Endpoint;
import org.smartems.simulator.Fault;
import org.smartems.simulator.Reported;
import org.smartems.simulator.WorkResult;
import org.smartems.simulator.internal.http.Session;

/** What differs between dialects. Used by one thread at a time. */
public interface Behaviour {

    /** Sends what the device has to say and understands the answer. */
    Answer contact(Fault fault, Dice dice) throws IOException;

    /** What the last contact told of earlier work, whether it arrived or not. */
    Reported reported();

    /** Does what an answer asks for; empty when that is nothing. */
    Optional<WorkResult> work(Answer answer, Fault fault, Dice dice);

    /** Whether the device has something to say before its next regular check-in. */
    boolean eager();

    /** What a behaviour is made of. */
    record Parts(DeviceProfile profile, Endpoint endpoint, DeviceOptions options, Memory memory, Session session) {}

    static Behaviour of(Parts parts) {
        return switch (parts.profile().dialect()) {
            case EDGE_GATEWAY -> new GatewayBehaviour(parts);
            case TK600 -> new SupervisedBehaviour(parts);
            default -> new RouterBehaviour(parts);
        };
    }
}
