// SPDX-License-Identifier: Apache-2.0
/** A Twig engine with PHP's semantics, safe for templates of people who may err or be hostile. */
@Export
@Version("0.1.0")
package org.smartems.twig;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
