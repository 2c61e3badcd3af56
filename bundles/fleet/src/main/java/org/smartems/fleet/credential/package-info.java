// SPDX-License-Identifier: Apache-2.0
/** Credentials that devices use. */
@Export
@Version("0.1.0")
package org.smartems.fleet.credential;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
