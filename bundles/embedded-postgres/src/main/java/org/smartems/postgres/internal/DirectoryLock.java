// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps two launchers off one directory: the second would take the server of the first for an orphan. */
final class DirectoryLock {

    /** Asked first: closing a second channel of the same process would give up the lock of the first. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private Path file;
    private FileChannel channel;

    void take(Path wanted) throws IOException, StartFailure {
        if (channel != null) {
            return;
        }
        if (!HELD.add(wanted)) {
            throw taken(wanted);
        }
        FileChannel opened = null;
        FileLock lock = null;
        try {
            opened = FileChannel.open(wanted, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = opened.tryLock();
        } finally {
            if (lock == null) {
                close(opened, wanted);
            }
        }
        if (lock == null) {
            throw taken(wanted);
        }
        channel = opened;
        file = wanted;
    }

    void release() throws IOException {
        if (channel != null) {
            FileChannel held = channel;
            channel = null;
            close(held, file);
        }
    }

    private static void close(FileChannel channel, Path file) throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            HELD.remove(file);
        }
    }

    private static StartFailure taken(Path file) {
        return StartFailure.passing(
                "another running Smart EMS uses the directory of the database",
                file.getParent() + ": stop the other one, or configure another directory");
    }
}
