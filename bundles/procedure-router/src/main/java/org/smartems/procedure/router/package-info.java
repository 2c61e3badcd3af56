// SPDX-License-Identifier: Apache-2.0
/** What the families of routers have in common. */
@Export
@Version("0.2.0")
package org.smartems.procedure.router;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
