// SPDX-License-Identifier: Apache-2.0
/** Template languages that device configs are written in. */
@Export
@Version("0.2.0")
package org.smartems.spi.config;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
