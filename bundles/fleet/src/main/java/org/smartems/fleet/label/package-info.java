// SPDX-License-Identifier: Apache-2.0
/** Words by which people find devices again. */
@Export
@Version("0.1.0")
package org.smartems.fleet.label;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
