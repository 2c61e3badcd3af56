// SPDX-License-Identifier: Apache-2.0
/** What the services of the fleet have in common. */
@Export
@Version("0.1.0")
package org.smartems.fleet;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
