// SPDX-License-Identifier: Apache-2.0
/** Files that are too large for the database, and how people bring and clients get them. */
@Export
@Version("0.3.0")
package org.smartems.platform.file;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
