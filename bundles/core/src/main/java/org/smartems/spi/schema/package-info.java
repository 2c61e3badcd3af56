// SPDX-License-Identifier: Apache-2.0
/** Settings that a plug-in describes and the platform draws, checks and stores. */
@Export
@Version("0.1.0")
package org.smartems.spi.schema;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
