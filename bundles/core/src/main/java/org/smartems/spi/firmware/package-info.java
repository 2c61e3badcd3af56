// SPDX-License-Identifier: Apache-2.0
/** Orders of firmware versions. */
@Export
@Version("0.1.0")
package org.smartems.spi.firmware;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
