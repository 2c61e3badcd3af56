// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.template;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.fleet.Scope;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.platform.audit.Author;

/**
 * Templates and their versions. Safe for use by many threads; joins the caller's transaction.
 *
 * <p>Staging devices use the staging version, or the production version while there is none; all others use the
 * production version. A set of flags tells what the devices that use a version get again, if the version is selected.
 *
 * <p>Bad input is a {@link org.smartems.api.error.ValidationException}, an unknown id a
 * {@link org.smartems.api.error.PlatformException} of category NOT_FOUND, an action that the state forbids one of
 * DENIED whose code begins with {@code deny.template.} or {@code deny.templateVersion.}.
 */
@ProviderType
public interface Templates {

    /**
     * A change of a version.
     *
     * @param form all of it
     * @param reinstall what the devices that use the version get again, if it is selected
     */
    record VersionChange(VersionForm form, Set<WorkFlag> reinstall) {

        /** Copies the flags. */
        public VersionChange {
            reinstall = Set.copyOf(reinstall);
        }
    }

    /**
     * Makes a template without versions.
     *
     * @param author who does it
     * @param deviceType id of an enabled type that has templates
     * @param name of the template
     * @return what was stored
     */
    TemplateView create(Author author, long deviceType, String name);

    /**
     * Renames a template.
     *
     * @param author who does it
     * @param id of the template
     * @param name of the template
     * @return what was stored
     */
    TemplateView edit(Author author, long id, String name);

    /**
     * Removes a template that no device uses, with its versions.
     *
     * @param author who does it
     * @param id of the template
     */
    void delete(Author author, long id);

    /**
     * One template.
     *
     * @param id of the template
     * @return what is stored
     */
    TemplateView get(long id);

    /**
     * Templates of a name.
     *
     * @param deviceType id of their type
     * @param name exact
     * @return any number
     */
    List<TemplateView> find(long deviceType, String name);

    /**
     * Makes a staging version, which is not selected yet.
     *
     * @param author who does it
     * @param scope what the author sees: who is bound gives own access tags alone
     * @param template id of its template
     * @param form all of it
     * @return what was stored
     */
    VersionView createStaging(Author author, Scope scope, long template, VersionForm form);

    /**
     * Makes a staging version for an author who sees everything.
     *
     * @param author who does it
     * @param template id of its template
     * @param form all of it
     * @return what was stored
     */
    default VersionView createStaging(Author author, long template, VersionForm form) {
        return createStaging(author, Scope.ALL, template, form);
    }

    /**
     * Replaces a staging version; access tags that are not in the scope stay.
     *
     * @param author who does it
     * @param scope what the author sees: who is bound gives own access tags alone
     * @param version id of the version
     * @param change all of it, and what the devices that use it get again
     * @return what was stored
     */
    VersionView editVersion(Author author, Scope scope, long version, VersionChange change);

    /**
     * Replaces a staging version, for an author who sees everything.
     *
     * @param author who does it
     * @param version id of the version
     * @param form all of it
     * @param reinstall what the devices that use it get again
     * @return what was stored
     */
    default VersionView editVersion(Author author, long version, VersionForm form, Set<WorkFlag> reinstall) {
        return editVersion(author, Scope.ALL, version, new VersionChange(form, reinstall));
    }

    /**
     * Makes a staging version that is a copy with a name of its own.
     *
     * @param author who does it
     * @param version id of the version to copy
     * @return the copy
     */
    VersionView duplicateVersion(Author author, long version);

    /**
     * Lets staging devices use a staging version.
     *
     * @param author who does it
     * @param version id of the version
     * @param reinstall what they get again
     * @return the version
     */
    VersionView selectStaging(Author author, long version, Set<WorkFlag> reinstall);

    /**
     * Lets devices use a version: the selected staging version, which becomes one of production and leaves no staging
     * version behind, or one that was in production before.
     *
     * @param author who does it
     * @param version id of the version
     * @param reinstall what they get again
     * @return the version
     */
    VersionView selectProduction(Author author, long version, Set<WorkFlag> reinstall);

    /**
     * Leaves the template without a staging version.
     *
     * @param author who does it
     * @param version id of the selected staging version
     * @return the version
     */
    VersionView detachStaging(Author author, long version);

    /**
     * Leaves the template without a production version.
     *
     * @param author who does it
     * @param version id of the selected production version
     * @return the version
     */
    VersionView detachProduction(Author author, long version);

    /**
     * Removes a version that is not selected.
     *
     * @param author who does it
     * @param version id of the version
     */
    void deleteVersion(Author author, long version);

    /**
     * One version.
     *
     * @param version id of the version
     * @return what is stored
     */
    VersionView version(long version);

    /**
     * The versions of a template.
     *
     * @param template id of the template
     * @return in the order in which they were made
     */
    List<VersionView> versions(long template);
}
