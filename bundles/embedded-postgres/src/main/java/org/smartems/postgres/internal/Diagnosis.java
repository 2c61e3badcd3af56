// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what programs print into words for an administrator; they print English, as their locale is C. */
final class Diagnosis {

    private static final Map<String, String> REASONS = new LinkedHashMap<>();
    private static final int TAIL = 16 << 10;

    static {
        REASONS.put("No space left on device", "the disk of the database is full");
        REASONS.put("Disk quota exceeded", "the disk of the database is full");
        REASONS.put("Read-only file system", "the disk of the database is read-only");
        REASONS.put("Address already in use", "the port of the database is in use by another process");
        REASONS.put("postmaster.pid\" already exists", "another server uses the data directory of the database");
        REASONS.put("shared memory block", "an earlier server still uses the data directory of the database");
        REASONS.put("Operation not permitted", "the files of the database belong to another user");
        REASONS.put("wrong ownership", "the data directory of the database belongs to another user");
    }

    private Diagnosis() {}

    static String reason(String output, String otherwise) {
        return REASONS.entrySet().stream()
                .filter(entry -> output.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    static StartFailure of(IOException failure) {
        String otherwise = failure instanceof AccessDeniedException
                ? "the files of the database belong to another user"
                : "the files of the database cannot be used";
        return StartFailure.passing(reason(String.valueOf(failure.getMessage()), otherwise), failure.toString());
    }

    /** What the server complained about since the log had the given size. */
    static String complaints(Path log, long from) throws IOException {
        long size = Files.size(log);
        long start = Math.max(from > size ? 0 : from, size - TAIL);
        try (SeekableByteChannel channel = Files.newByteChannel(log)) {
            channel.position(start);
            String text = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
            List<String> complaints =
                    text.lines().filter(Diagnosis::isComplaint).toList();
            int last = complaints.size();
            return String.join("; ", complaints.subList(Math.max(0, last - 3), last));
        }
    }

    private static boolean isComplaint(String line) {
        // What clients were told while it started explains nothing.
        return line.contains("FATAL: ") && !line.contains("the database system is")
                || line.contains("PANIC: ")
                || line.contains("could not")
                || line.contains("error while loading");
    }
}
