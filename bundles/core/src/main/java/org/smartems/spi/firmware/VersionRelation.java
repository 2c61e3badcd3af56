// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.firmware;

/** How one version stands to another. */
public enum VersionRelation {
    /** Both name the same version. */
    EQUAL,
    /** The first is the older one. */
    LOWER,
    /** The first is the newer one. */
    HIGHER,
    /** They differ, and the order tells no more. */
    DIFFERENT
}
