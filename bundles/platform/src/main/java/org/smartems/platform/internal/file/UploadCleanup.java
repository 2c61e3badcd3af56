// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.platform.file.UploadRefused;
import org.smartems.spi.job.Job;

/** Removes uploads that were used or have expired, and files whose upload is gone. */
@Component
public final class UploadCleanup implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(UploadCleanup.class);
    /** Longer than it takes from the file to its row. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final UploadRows rows;
    private final UploadFiles files;
    private final Clock clock;

    @Activate
    public UploadCleanup(@Reference UploadRows rows, @Reference UploadFiles files) {
        this(rows, files, Clock.systemUTC());
    }

    UploadCleanup(UploadRows rows, UploadFiles files, Clock clock) {
        this.rows = rows;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "platform-uploads";
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() throws IOException {
        Instant now = clock.instant();
        for (String id : rows.ended(now)) {
            remove(id);
        }
        for (String id : files.idleSince(now.minus(ABANDONED))) {
            if (!rows.exists(id)) {
                LOG.info("Removing the file of an upload that is not known: {}", id);
                files.delete(id);
            }
        }
    }

    private void remove(String id) throws IOException {
        try (UploadFiles.Held file = files.hold(id)) {
            LOG.debug("Removing {}", file.path());
            rows.remove(id);
            files.delete(id);
        } catch (UploadRefused e) {
            if (e.reason() == UploadRefused.Reason.NOT_FOUND) {
                rows.remove(id);
            }
            LOG.debug("{} is away or in use: {}", id, e.getMessage());
        }
    }
}
