// SPDX-License-Identifier: Apache-2.0
/** What administrators can see and do of the plug-ins that serve devices. */
@Export
@Version("0.1.0")
package org.smartems.device.endpoint;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
