// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.encryption;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.persistence.internal.FakeBundle;
import org.smartems.persistence.internal.Sql;
import org.smartems.persistence.internal.schema.SchemaTracker;
import org.smartems.persistence.internal.schema.Schemas;
import org.smartems.testing.PostgresExtension;

/** A database with the tables of this bundle, without any key. */
abstract class EncryptionFixture {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @TempDir
    Path folder;

    final KeyTables tables = new KeyTables(() -> POSTGRES.dataSource().getConnection());

    @BeforeEach
    void empty() throws Exception {
        Schemas schemas = new Schemas(POSTGRES::dataSource, name -> () -> {}, System::nanoTime);
        new SchemaTracker(schemas).addingBundle(FakeBundle.OWN, null);
        schemas.migrateOwn();
        Sql.execute(POSTGRES.dataSource(), "truncate master_key, data_key");
    }
}
