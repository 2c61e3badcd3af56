// SPDX-License-Identifier: Apache-2.0
/** Access tags: what bounds the things that a person sees. */
@Export
@Version("0.1.0")
package org.smartems.platform.accesstag;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
