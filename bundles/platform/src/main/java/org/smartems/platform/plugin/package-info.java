// SPDX-License-Identifier: Apache-2.0
/** Keeps what plug-ins do wrong from the rest of the system, and tells of it. */
@Export
@Version("0.1.0")
package org.smartems.platform.plugin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
