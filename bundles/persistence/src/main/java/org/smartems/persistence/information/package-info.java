// SPDX-License-Identifier: Apache-2.0
/** What there is to know about the database itself. */
@Export
@Version("0.1.0")
package org.smartems.persistence.information;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
