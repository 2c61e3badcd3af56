// SPDX-License-Identifier: Apache-2.0
/** Encryption of single values before they are stored, and keys for what is handed out. */
@Export
@Version("0.3.0")
package org.smartems.persistence.encryption;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
