// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.schema;

/** Makes the data source of a migrated schema known. */
@FunctionalInterface
public interface Publisher {

    /** Returns what takes it back; that may be called when the framework has already done so. */
    Runnable publish(String schema);
}
