// SPDX-License-Identifier: Apache-2.0
/** Who changed what, and when: the audit log. */
@Export
@Version("0.1.0")
package org.smartems.platform.audit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
