// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.user;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.platform.audit.Author;

/**
 * How people want to see the console. Every method joins the caller's transaction or begins one; safe for use by many
 * threads.
 */
@ProviderType
public interface UserPreferences {

    /** The forms of dates: the usual one first. */
    List<String> DATE_FORMATS = List.of("dashes", "dots", "slashes", "monthFirst", "yearFirst");

    /**
     * What somebody prefers.
     *
     * @param userId the person
     * @return everything empty for whoever never said anything
     */
    Preferences get(long userId);

    /**
     * Changes what somebody prefers, with an entry in the audit log when it differs; of two changes at once none is
     * lost.
     *
     * @param person whose preferences they are, a user
     * @param change makes the new preferences of the stored ones
     * @return what is stored now
     * @throws org.smartems.api.error.ValidationException when a value breaks a rule
     * @throws org.smartems.api.error.PlatformException NOT_FOUND when the person is gone
     */
    Preferences change(Author person, UnaryOperator<Preferences> change);

    /**
     * Preferences; what is empty is as usual.
     *
     * @param dateFormat one of {@link #DATE_FORMATS}
     * @param language a language tag of RFC 5646, such as {@code en} or {@code pt-BR}; whether there are words in it
     *     is not asked
     * @param rowsPerPage of every list, 1 to 100
     */
    record Preferences(Optional<String> dateFormat, Optional<String> language, OptionalInt rowsPerPage) {

        /** Everything as usual. */
        public static final Preferences NONE = new Preferences(Optional.empty(), Optional.empty(), OptionalInt.empty());
    }
}
