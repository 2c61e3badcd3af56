// SPDX-License-Identifier: Apache-2.0
/** Figures of a running server, which monitoring reads. */
@Export
@Version("0.1.0")
package org.smartems.spi.metrics;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
