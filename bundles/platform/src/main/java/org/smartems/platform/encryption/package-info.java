// SPDX-License-Identifier: Apache-2.0
/** Rotation of the keys of encryption at rest. */
@Export
@Version("0.1.0")
package org.smartems.platform.encryption;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
