// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/**
 * Keeps what is left of a batch that is too large for one call, and does it later, piece by piece. Safe for use by many
 * threads.
 */
public interface BatchQueue {

    /** How many things are done at once: in the call itself, and later in one transaction. */
    int PIECE = 100;

    /**
     * A large batch, of which the first piece is done.
     *
     * @param route of the batch
     * @param call who calls, and the body with the ids of the first piece
     * @param ids of all things that the caller sees, in the order of the results
     * @param done the results of the first piece
     */
    record Order(Route route, Call call, List<Long> ids, ArrayNode done) {

        /** Copies the ids. */
        public Order {
            ids = List.copyOf(ids);
        }
    }

    /**
     * Keeps an order within the caller's transaction.
     *
     * @param order to be kept
     * @return what can be asked for its progress, and how it stands now
     * @throws org.smartems.api.error.PlatformException CONFLICT when the caller has too many that have not ended
     */
    Ticket add(Order order);

    /**
     * Where to ask for progress.
     *
     * @param path of a GET below the root of the API
     * @param state what that GET answers now
     */
    record Ticket(String path, JsonNode state) {}
}
