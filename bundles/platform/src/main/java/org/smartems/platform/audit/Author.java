// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.audit;

import java.util.OptionalLong;

/**
 * Who changes something.
 *
 * @param userId of a person who is logged in; empty for the server itself and who works on it
 * @param name what people read
 */
public record Author(OptionalLong userId, String name) {

    /**
     * A person who is logged in.
     *
     * @param id of the user
     * @param name of the user
     * @return the person
     */
    public static Author user(long id, String name) {
        return new Author(OptionalLong.of(id), name);
    }

    /**
     * A part of the server.
     *
     * @param name such as {@code shell}
     * @return without a user
     */
    public static Author system(String name) {
        return new Author(OptionalLong.empty(), name);
    }
}
