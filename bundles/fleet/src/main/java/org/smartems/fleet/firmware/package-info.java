// SPDX-License-Identifier: Apache-2.0
/** Firmware that templates hand out, and the links by which devices get it. */
@Export
@Version("0.4.0")
package org.smartems.fleet.firmware;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
