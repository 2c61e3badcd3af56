// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.download;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import org.smartems.device.endpoint.internal.http.Incoming;
import org.smartems.fleet.firmware.FirmwareDownload;

/**
 * By what a device tells whether the file is the one that it has, RFC 9110 section 13. Both are strong: the bytes of a
 * firmware never change.
 *
 * @param tag checksum in quotes
 * @param modified last change of the firmware, in whole seconds
 */
record Validators(String tag, Instant modified) {

    static Validators of(FirmwareDownload download) {
        return new Validators('"' + download.md5() + '"', download.updatedAt().truncatedTo(ChronoUnit.SECONDS));
    }

    void describe(HttpServletResponse response) {
        response.setHeader("ETag", tag);
        response.setDateHeader("Last-Modified", modified.toEpochMilli());
    }

    /** Whether the device said that it has this file already; a tag outweighs a moment. */
    boolean isKnown(Incoming incoming) {
        Optional<String> tags = incoming.header("If-None-Match");
        if (tags.isPresent()) {
            return Arrays.stream(tags.get().split(",")).map(String::strip).anyMatch(this::isTag);
        }
        return incoming.moment("If-Modified-Since")
                .filter(since -> !modified.isAfter(since))
                .isPresent();
    }

    /** Whether a part of this file completes what the device has; only an exact match does. */
    boolean isContinued(Incoming incoming) {
        Optional<String> condition = incoming.header("If-Range");
        return condition.isEmpty()
                || condition.get().strip().equals(tag)
                || incoming.moment("If-Range").filter(modified::equals).isPresent();
    }

    /** Compared weakly: what a proxy has made of the tag still names the same file. */
    private boolean isTag(String given) {
        return given.equals("*") || given.equals(tag) || given.equals("W/" + tag);
    }
}
