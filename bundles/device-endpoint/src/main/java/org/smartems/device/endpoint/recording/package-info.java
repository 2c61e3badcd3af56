// SPDX-License-Identifier: Apache-2.0
/** Recordings of what devices and their procedures say to each other, for tests of procedures. */
@Export
@Version("0.1.0")
package org.smartems.device.endpoint.recording;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
