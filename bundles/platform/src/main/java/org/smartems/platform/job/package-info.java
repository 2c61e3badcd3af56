// SPDX-License-Identifier: Apache-2.0
/** What becomes of background work. */
@Export
@Version("0.1.0")
package org.smartems.platform.job;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
