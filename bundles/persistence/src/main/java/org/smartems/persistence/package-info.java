// SPDX-License-Identifier: Apache-2.0
/** Transactions over every persistence unit and plain JDBC. */
@Export
@Version("0.1.0")
package org.smartems.persistence;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
