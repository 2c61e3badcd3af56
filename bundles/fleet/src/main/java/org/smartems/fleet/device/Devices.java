// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.device;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.fleet.Scope;
import org.smartems.platform.audit.Author;

/**
 * Devices. Safe for use by many threads; joins the caller's transaction.
 *
 * <p>Bad input is a {@link org.smartems.api.error.ValidationException}, an unknown id a
 * {@link org.smartems.api.error.PlatformException} of category NOT_FOUND, an action that the state forbids one of
 * DENIED whose code begins with {@code deny.device.}.
 */
@ProviderType
public interface Devices {

    /**
     * Makes a device before its first contact.
     *
     * @param author who does it
     * @param scope what the author sees: who is bound gives own access tags, at least one, and a template in the scope
     * @param deviceType id of an enabled type
     * @param form all of it
     * @return what was stored
     */
    DeviceView create(Author author, Scope scope, long deviceType, DeviceForm form);

    /**
     * Makes a device for an author who sees everything.
     *
     * @param author who does it
     * @param deviceType id of an enabled type
     * @param form all of it
     * @return what was stored
     */
    default DeviceView create(Author author, long deviceType, DeviceForm form) {
        return create(author, Scope.ALL, deviceType, form);
    }

    /**
     * Replaces what people decide on a device. A flag that is set already stays the same request, and so do access tags
     * of the device that are not in the scope.
     *
     * @param author who does it
     * @param scope what the author sees, as with {@link #create}; the device itself is not looked at
     * @param id of the device
     * @param form all of it
     * @return what was stored
     */
    DeviceView edit(Author author, Scope scope, long id, DeviceForm form);

    /**
     * Replaces what people decide on a device, for an author who sees everything.
     *
     * @param author who does it
     * @param id of the device
     * @param form all of it
     * @return what was stored
     */
    default DeviceView edit(Author author, long id, DeviceForm form) {
        return edit(author, Scope.ALL, id, form);
    }

    /**
     * Lets a device be handed work.
     *
     * @param author who does it
     * @param id of a disabled device
     * @return what was stored
     */
    DeviceView enable(Author author, long id);

    /**
     * Hands no work to a device, and lets it log in with another credential.
     *
     * @param author who does it
     * @param id of an enabled device
     * @return what was stored
     */
    DeviceView disable(Author author, long id);

    /**
     * Removes a device; its logs stay.
     *
     * @param author who does it
     * @param id of the device
     */
    void delete(Author author, long id);

    /**
     * Requests work of a device, or no longer.
     *
     * @param author who does it
     * @param id of the device
     * @param flag what
     * @param on whether it is requested
     * @return what was stored
     * @throws org.smartems.api.error.PlatformException CONFLICT when the device gets it with every contact anyway
     */
    DeviceView flag(Author author, long id, WorkFlag flag, boolean on);

    /**
     * Gives a device a template, or takes it away.
     *
     * @param author who does it
     * @param scope what the author sees: who is bound gives own access tags alone
     * @param id of the device
     * @param application how
     * @return what was stored, with warnings
     * @throws org.smartems.api.error.PlatformException CONFLICT when the template is for another type, not in the scope
     *     or has no version for the device; NOT_FOUND when the device is not in the scope
     */
    Applied apply(Author author, Scope scope, long id, TemplateApplication application);

    /**
     * Gives a device a template, or takes it away, for an author who sees everything.
     *
     * @param author who does it
     * @param id of the device
     * @param application how
     * @return what was stored, with warnings
     */
    default Applied apply(Author author, long id, TemplateApplication application) {
        return apply(author, Scope.ALL, id, application);
    }

    /**
     * One device.
     *
     * @param id of the device
     * @return what is stored
     */
    DeviceView get(long id);

    /**
     * Devices that somebody may mean.
     *
     * @param word an exact identifier, name or UUID, of any type
     * @return any number, in the order of their ids
     */
    List<DeviceView> find(String word);

    /**
     * Some of the devices.
     *
     * @param filter which, and how many at most
     * @return in the order of their ids
     */
    List<DeviceView> list(DeviceFilter filter);

    /**
     * Identifiers of devices, of whatever type, that somebody has begun to type.
     *
     * @param beginning of the identifier, in any case
     * @param limit how many at most, at least 1
     * @return in their order, each once
     */
    List<String> identifiers(String beginning, int limit);

    /**
     * The variables that a device has without anybody defining them.
     *
     * @param id of the device
     * @return by name, in their order; empty where nothing is known
     */
    Map<String, String> predefinedVariables(long id);

    /**
     * The config that a device would get now.
     *
     * @param id of the device
     * @param slot of the config, 1 to 3
     * @return the text
     * @throws ConfigGenerationException when the config cannot be made of the device's variables
     * @throws org.smartems.api.error.PlatformException DENIED when the device has no config in this slot
     */
    String generateConfig(long id, int slot);

    /**
     * The config that a device would get now, with something else for each variable that is missing: what, is up to the
     * config's language.
     *
     * @param id of the device
     * @param slot of the config, 1 to 3
     * @return the text
     * @throws ConfigGenerationException when the config cannot be made even so
     * @throws org.smartems.api.error.PlatformException DENIED when the device has no config in this slot
     */
    String previewConfig(long id, int slot);
}
