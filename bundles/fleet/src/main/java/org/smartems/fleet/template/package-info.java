// SPDX-License-Identifier: Apache-2.0
/** Templates and their versions. */
@Export
@Version("0.1.0")
package org.smartems.fleet.template;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
