// SPDX-License-Identifier: Apache-2.0
/** What people decide on devices. */
@Export
@Version("0.4.0")
package org.smartems.fleet.device;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
