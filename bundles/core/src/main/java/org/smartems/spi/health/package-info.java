// SPDX-License-Identifier: Apache-2.0
/** What a bundle contributes to the readiness of the server. */
@Export
@Version("0.1.0")
package org.smartems.spi.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
