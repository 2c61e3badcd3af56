// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.config;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.platform.audit.Author;

/**
 * Configs. Safe for use by many threads; joins the caller's transaction.
 *
 * <p>Bad input is a {@link org.smartems.api.error.ValidationException}: what does not compile names line and reason. An
 * unknown id is a {@link org.smartems.api.error.PlatformException} of category NOT_FOUND, an action that the use of the
 * config forbids one of DENIED whose code begins with {@code deny.config.}.
 */
@ProviderType
public interface Configs {

    /**
     * Makes a config.
     *
     * @param author who does it
     * @param deviceType id of an enabled type
     * @param slot that is switched on in the type
     * @param form all of it
     * @return what was stored
     */
    ConfigView create(Author author, long deviceType, int slot, ConfigForm form);

    /**
     * Replaces a config that no template version of type production uses.
     *
     * @param author who does it
     * @param id of the config
     * @param form all of it
     * @param reinstall whether the devices that have it get it again
     * @return what was stored
     */
    ConfigView edit(Author author, long id, ConfigForm form, boolean reinstall);

    /**
     * Makes a copy with a name of its own.
     *
     * @param author who does it
     * @param id of the config to copy
     * @return the copy
     */
    ConfigView duplicate(Author author, long id);

    /**
     * Removes a config that no template version uses.
     *
     * @param author who does it
     * @param id of the config
     */
    void delete(Author author, long id);

    /**
     * One config.
     *
     * @param id of the config
     * @return what is stored
     */
    ConfigView get(long id);

    /**
     * One config by its name.
     *
     * @param deviceType id of its type
     * @param slot 1 to 3
     * @param name exact
     * @return empty when there is none
     */
    Optional<ConfigView> find(long deviceType, int slot, String name);
}
