// SPDX-License-Identifier: Apache-2.0
/** What the system knows of device types and credentials, in memory. */
@Export
@Version("0.1.0")
package org.smartems.fleet.catalogue;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
