// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import java.util.Arrays;
import java.util.Optional;

/** A way in which devices talk to the server. */
public enum Dialect {
    /** Routers of the series TK800: a form is posted, the content type of the answer says what to do. */
    TK800("tk800"),
    /** Edge gateways: JSON both ways, commands with transaction ids. */
    EDGE_GATEWAY("edge-gateway");

    private final String id;

    Dialect(String id) {
        this.id = id;
    }

    /**
     * The name in configuration files and on the command line.
     *
     * @return lower case, words joined by hyphens
     */
    public String id() {
        return id;
    }

    /**
     * Finds a dialect.
     *
     * @param id as {@link #id()} gives it
     * @return empty for any other text
     */
    public static Optional<Dialect> of(String id) {
        return Arrays.stream(values()).filter(dialect -> dialect.id.equals(id)).findFirst();
    }
}
