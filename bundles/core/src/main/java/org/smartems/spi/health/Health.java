// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.health;

import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/** The answer of a {@link HealthCheck}; immutable. */
@ProviderType
public final class Health {

    private static final Health UP = new Health(true, "");

    private final boolean up;
    private final String reason;

    private Health(boolean up, String reason) {
        this.up = up;
        this.reason = reason;
    }

    /**
     * The condition holds.
     *
     * @return the same instance each time
     */
    public static Health up() {
        return UP;
    }

    /**
     * The condition does not hold.
     *
     * @param reason one line for an administrator, which anybody may read: no address, path, user name or secret
     * @return a new answer
     */
    public static Health down(String reason) {
        return new Health(false, Objects.requireNonNull(reason, "reason"));
    }

    /**
     * Whether the condition holds.
     *
     * @return true when it does
     */
    public boolean isUp() {
        return up;
    }

    /**
     * Why the condition does not hold.
     *
     * @return one line, empty when it holds
     */
    public String reason() {
        return reason;
    }
}
