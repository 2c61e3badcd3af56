// SPDX-License-Identifier: Apache-2.0
/** The plug-ins that serve devices. */
@Export
@Version("0.1.0")
package org.smartems.fleet.plugin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
