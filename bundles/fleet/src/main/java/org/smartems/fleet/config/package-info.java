// SPDX-License-Identifier: Apache-2.0
/** Configs that templates hand out. */
@Export
@Version("0.1.0")
package org.smartems.fleet.config;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
