// SPDX-License-Identifier: Apache-2.0
/** The way of a device's report to its stored facts and its work. */
@Export
@Version("0.1.0")
package org.smartems.fleet.checkin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
