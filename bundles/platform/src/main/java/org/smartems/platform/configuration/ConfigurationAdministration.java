// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.configuration;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.platform.audit.Author;

/**
 * The configuration as administrators change it over the REST API. Every method joins the caller's transaction or
 * begins one; safe for use by many threads. A change is seen by all nodes within a second of its commit, by this one
 * at once.
 *
 * <p>Input that breaks a rule is a {@link org.smartems.api.error.ValidationException}, whose fields are called as in
 * the REST API.
 */
@ProviderType
public interface ConfigurationAdministration {

    /**
     * Replaces the general configuration, unless a {@link ConfigurationGuard} speaks against it.
     *
     * @param author who does it
     * @param form what is stored from now on
     */
    void editGeneral(Author author, GeneralForm form);

    /**
     * Replaces how much is kept of the logs.
     *
     * @param author who does it
     * @param limits for each {@link ConfiguredLog} both settings, 0 or more; others are passed over, missing ones
     *     refused
     */
    void editLogs(Author author, Map<String, Integer> limits);

    /**
     * Replaces whose description of the REST API is switched off.
     *
     * @param author who does it
     * @param hidden what is switched off from now on
     */
    void editDocumentation(Author author, HiddenDocumentation hidden);

    /**
     * Turns devices and everybody but administrators away, or lets them in again.
     *
     * @param author who does it
     * @param on whether maintenance begins
     */
    void setMaintenanceMode(Author author, boolean on);
}
