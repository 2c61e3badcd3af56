// SPDX-License-Identifier: Apache-2.0
/** What an administrator sets for the whole server. */
@Export
@Version("0.3.0")
package org.smartems.platform.configuration;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
