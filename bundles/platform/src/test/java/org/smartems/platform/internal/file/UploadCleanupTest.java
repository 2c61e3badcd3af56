// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.smartems.spi.job.Job;
import org.smartems.testing.contract.JobContract;

class UploadCleanupTest extends UploadFixture implements JobContract {

    @BeforeEach
    void begin() throws IOException {
        begun(4, "ab");
        clock.advance(Duration.ofHours(24));
        begun(4, "abc");
    }

    @Override
    public Job job() {
        try {
            return new UploadCleanup(
                    new UploadRows(transactions), new UploadFiles(directory, FileChannel::open), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String state() {
        try {
            return files().stream().sorted().toList()
                    + read("select string_agg(u::text, ' ' order by u::text) from platform_upload u");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
