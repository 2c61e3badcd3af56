// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.devicetype;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.platform.audit.Author;

/**
 * Device types. Safe for use by many threads; joins the caller's transaction.
 *
 * <p>Bad input is a {@link org.smartems.api.error.ValidationException}, an unknown id a
 * {@link org.smartems.api.error.PlatformException} of category NOT_FOUND, an action that the state of the type forbids
 * one of DENIED whose code begins with {@code deny.deviceType.}.
 */
@ProviderType
public interface DeviceTypes {

    /** The id of the procedure of devices that never call. */
    String NO_PROCEDURE = "none";

    /** The order of firmware versions that is always there: any difference counts. */
    String ANY_SCHEMA = "anySchema";

    /**
     * A form with everything that a procedure requires, and defaults for the rest.
     *
     * @param procedure id of an installed procedure
     * @return to be completed
     */
    DeviceTypeForm defaults(String procedure);

    /**
     * What a procedure asks of its device types.
     *
     * @param procedure id of an installed procedure; another one is a
     *     {@link org.smartems.api.error.PlatformException} of category NOT_FOUND
     * @return required and optional capabilities
     */
    ProcedureRequirements requirements(String procedure);

    /**
     * Makes an enabled type.
     *
     * @param author who does it
     * @param form all of it
     * @return what was stored
     */
    DeviceTypeView create(Author author, DeviceTypeForm form);

    /**
     * Replaces a type that is not in use.
     *
     * @param author who does it
     * @param id of the type
     * @param form all of it
     * @return what was stored
     */
    DeviceTypeView edit(Author author, long id, DeviceTypeForm form);

    /**
     * Changes what can be changed while a type is in use.
     *
     * @param author who does it
     * @param id of the type
     * @param options all of them
     * @return what was stored
     */
    DeviceTypeView limitedEdit(Author author, long id, DeviceTypeOptions options);

    /**
     * Makes a disabled copy with a name, route prefix and common name prefix of its own.
     *
     * @param author who does it
     * @param id of the type to copy
     * @return the copy
     */
    DeviceTypeView duplicate(Author author, long id);

    /**
     * Lets the devices of a type call.
     *
     * @param author who does it
     * @param id of a disabled type whose procedure is installed
     * @return what was stored
     */
    DeviceTypeView enable(Author author, long id);

    /**
     * Turns the devices of a type away.
     *
     * @param author who does it
     * @param id of an enabled type
     * @return what was stored
     */
    DeviceTypeView disable(Author author, long id);

    /**
     * Removes a type that is not in use.
     *
     * @param author who does it
     * @param id of the type
     */
    void delete(Author author, long id);

    /**
     * One type.
     *
     * @param id of the type
     * @return what is stored
     */
    DeviceTypeView get(long id);

    /**
     * One type by its name.
     *
     * @param name exact
     * @return empty when there is none
     */
    Optional<DeviceTypeView> find(String name);

    /**
     * All types.
     *
     * @return in the order of their names
     */
    List<DeviceTypeView> list();
}
