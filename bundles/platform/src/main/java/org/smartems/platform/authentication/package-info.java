// SPDX-License-Identifier: Apache-2.0
/** Who is calling: log in, sessions, access tokens. */
@Export
@Version("0.1.0")
package org.smartems.platform.authentication;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
