// SPDX-License-Identifier: Apache-2.0
/** Files that are too large for the database. */
@Export
@Version("0.1.0")
package org.smartems.platform.file;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
