// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.accesstag;

import java.util.Collection;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.platform.audit.Author;

/**
 * The access tags. Every method joins the caller's transaction or begins one; safe for use by many threads.
 *
 * <p>Input that breaks a rule is a {@link org.smartems.api.error.ValidationException}, an unknown id a
 * {@link org.smartems.api.error.PlatformException} of category NOT_FOUND.
 */
@ProviderType
public interface AccessTags {

    /**
     * Makes a tag.
     *
     * @param author who does it
     * @param name not blank, up to 255 characters without the blanks around it, of no other tag; may be null, which is
     *     refused
     * @return the id
     */
    long create(Author author, String name);

    /**
     * Gives a tag another name.
     *
     * @param author who does it
     * @param id of the tag
     * @param name as for {@link #create(Author, String)}
     */
    void edit(Author author, long id, String name);

    /**
     * Removes a tag, also from whatever has it, see {@link AccessTagListener}.
     *
     * @param author who does it
     * @param id of the tag
     */
    void delete(Author author, long id);

    /**
     * Which of the tags exist. They go on existing until the caller's transaction ends, so what is stored with them is
     * told when one is deleted.
     *
     * @param ids any number
     * @return a part of the given ones
     * @throws IllegalStateException without a transaction
     */
    Set<Long> existing(Collection<Long> ids);
}
