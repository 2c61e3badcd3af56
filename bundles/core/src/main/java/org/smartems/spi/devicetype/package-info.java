// SPDX-License-Identifier: Apache-2.0
/** Device types that a plug-in brings along. */
@Export
@Version("0.1.0")
package org.smartems.spi.devicetype;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
