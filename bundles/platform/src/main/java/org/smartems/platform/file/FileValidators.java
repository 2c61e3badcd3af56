// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.file;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * By what a client tells whether the file is the one that it has, RFC 9110 section 13. Both are strong: the bytes of a
 * file never change.
 *
 * @param tag checksum in quotes
 * @param modified last change of the file, in whole seconds
 */
record FileValidators(String tag, Instant modified) {

    static FileValidators of(FileAnswer file) {
        return new FileValidators('"' + file.md5() + '"', file.updatedAt().truncatedTo(ChronoUnit.SECONDS));
    }

    void describe(HttpServletResponse response) {
        response.setHeader("ETag", tag);
        response.setDateHeader("Last-Modified", modified.toEpochMilli());
    }

    /** Whether the client said that it has this file already; a tag outweighs a moment. */
    boolean isKnown(HttpServletRequest request) {
        Optional<String> tags = header(request, "If-None-Match");
        if (tags.isPresent()) {
            return Arrays.stream(tags.get().split(",")).map(String::strip).anyMatch(this::isTag);
        }
        return moment(request, "If-Modified-Since")
                .filter(since -> !modified.isAfter(since))
                .isPresent();
    }

    /** Whether a part of this file completes what the client has; only an exact match does. */
    boolean isContinued(HttpServletRequest request) {
        Optional<String> condition = header(request, "If-Range");
        return condition.isEmpty()
                || condition.get().strip().equals(tag)
                || moment(request, "If-Range").filter(modified::equals).isPresent();
    }

    /** Compared weakly: what a proxy has made of the tag still names the same file. */
    private boolean isTag(String given) {
        return given.equals("*") || given.equals(tag) || given.equals("W/" + tag);
    }

    private static Optional<String> header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    /** A moment in any of the three forms of HTTP; anything else counts as absent. */
    private static Optional<Instant> moment(HttpServletRequest request, String name) {
        try {
            long millis = request.getDateHeader(name);
            return millis < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
