// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet;

import java.util.OptionalLong;

/**
 * What somebody may see and use; immutable.
 *
 * @param user whose access tags bound it; empty for administrators and the server itself, who see everything
 */
public record Scope(OptionalLong user) {

    /** Everything. */
    public static final Scope ALL = new Scope(OptionalLong.empty());

    /**
     * What a person sees who is no administrator.
     *
     * @param user id of the person
     * @return bound by the access tags of that user
     */
    public static Scope of(long user) {
        return new Scope(OptionalLong.of(user));
    }

    /**
     * Whether access tags bound it.
     *
     * @return false for {@link #ALL}
     */
    public boolean isBound() {
        return user.isPresent();
    }
}
