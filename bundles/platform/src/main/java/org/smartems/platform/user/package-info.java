// SPDX-License-Identifier: Apache-2.0
/** Users as administrators handle them. */
@Export
@Version("0.1.0")
package org.smartems.platform.user;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
