// SPDX-License-Identifier: Apache-2.0
/** Failures that the platform turns into an answer. */
@Export
@Version("0.1.0")
package org.smartems.api.error;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
