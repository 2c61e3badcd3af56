// SPDX-License-Identifier: Apache-2.0
/** Ways in which devices prove who they are. */
@Export
@Version("0.1.0")
package org.smartems.spi.authentication;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
