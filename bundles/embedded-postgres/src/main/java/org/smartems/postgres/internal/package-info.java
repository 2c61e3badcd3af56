// SPDX-License-Identifier: Apache-2.0
/**
 * A PostgreSQL server of our own. Only {@link org.smartems.postgres.internal.EmbeddedPostgres} knows OSGi; the
 * launcher, {@link org.smartems.postgres.internal.PostgresServer}, is plain Java.
 */
package org.smartems.postgres.internal;
