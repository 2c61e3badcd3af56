// SPDX-License-Identifier: Apache-2.0
/** What people decide on device types. */
@Export
@Version("0.1.0")
package org.smartems.fleet.devicetype;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
