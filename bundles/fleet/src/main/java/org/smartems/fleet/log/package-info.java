// SPDX-License-Identifier: Apache-2.0
/** The logs of devices, for people. */
@Export
@Version("0.1.0")
package org.smartems.fleet.log;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
