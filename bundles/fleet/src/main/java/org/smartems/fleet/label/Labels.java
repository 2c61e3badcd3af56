// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.label;

import org.osgi.annotation.versioning.ProviderType;
import org.smartems.platform.audit.Author;

/**
 * Labels of devices. Safe for use by many threads; joins the caller's transaction.
 *
 * <p>Bad input is a {@link org.smartems.api.error.ValidationException}, an unknown id a
 * {@link org.smartems.api.error.PlatformException} of category NOT_FOUND.
 */
@ProviderType
public interface Labels {

    /**
     * Makes a label.
     *
     * @param author who does it
     * @param name unique, up to 255 characters
     * @return what was stored
     */
    LabelView create(Author author, String name);

    /**
     * Renames a label.
     *
     * @param author who does it
     * @param id of the label
     * @param name unique, up to 255 characters
     * @return what was stored
     */
    LabelView edit(Author author, long id, String name);

    /**
     * Removes a label, from devices and template versions too.
     *
     * @param author who does it
     * @param id of the label
     */
    void delete(Author author, long id);

    /**
     * One label.
     *
     * @param id of the label
     * @return what is stored
     */
    LabelView get(long id);
}
