// SPDX-License-Identifier: Apache-2.0
/** What commands of the shell have in common, for the bundles that bring some. */
@Export
@Version("0.1.0")
package org.smartems.shell;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
