// SPDX-License-Identifier: Apache-2.0
/** Background work that one node of the system runs. */
@Export
@Version("0.1.0")
package org.smartems.spi.job;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
