// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.batch;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.smartems.platform.internal.DatabaseFixture;
import org.smartems.spi.job.Job;
import org.smartems.testing.contract.JobContract;

class BatchCleanupTest extends DatabaseFixture implements JobContract {

    @BeforeEach
    void batches() throws SQLException {
        long user = addUser("anna");
        sql("insert into platform_batch_job (user_id, action, body, ids, state, total, ended_at) select " + user
                + ", 'device/batch/enable', '', '{}', 'done', 0, now() - days * interval '1 day'"
                + " from unnest(array[29, 31]) days");
    }

    @Override
    public Job job() {
        return new BatchCleanup(transactions, unit);
    }

    @Override
    public String state() {
        return read("select string_agg(b::text, ' ' order by b.id) from platform_batch_job b");
    }
}
