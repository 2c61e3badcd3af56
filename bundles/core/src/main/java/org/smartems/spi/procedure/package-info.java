// SPDX-License-Identifier: Apache-2.0
/** Device dialects: how a family of devices calls in and is handed its work. */
@Export
@Version("0.4.0")
package org.smartems.spi.procedure;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
