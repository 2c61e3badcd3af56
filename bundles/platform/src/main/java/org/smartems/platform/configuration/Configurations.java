// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.configuration;

import org.osgi.annotation.versioning.ProviderType;

/** Reads what an administrator sets for the whole server; safe for use by many threads. */
@ProviderType
public interface Configurations {

    /**
     * The general configuration as stored now, read in the current transaction or in one of its own.
     *
     * @return never null
     */
    GeneralConfiguration general();
}
