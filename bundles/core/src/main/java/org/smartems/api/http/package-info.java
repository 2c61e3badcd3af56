// SPDX-License-Identifier: Apache-2.0
/** Reading what devices send. */
@Export
@Version("0.1.0")
package org.smartems.api.http;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
