// SPDX-License-Identifier: Apache-2.0
/**
 * One engine for every list: what a domain declares here once becomes the routes, filters, exports and documents of the
 * REST API. For the bundles of this product alone.
 */
@Export
@Version("0.1.0")
package org.smartems.resource;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
