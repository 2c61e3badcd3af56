// SPDX-License-Identifier: Apache-2.0
package org.smartems.console.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files in which an installation has a brand of its own; thread-safe. They are read anew each time, so that a
 * change needs no restart.
 */
final class BrandFiles {

    private static final Logger LOG = LoggerFactory.getLogger(BrandFiles.class);

    /** No hidden file and no other folder. */
    private static final Pattern PATH = Pattern.compile("brand/([\\w-]+\\.(?:json|css|svg|png|ico))");

    private static final int LIMIT = 1 << 20;

    private final Path directory;

    /** Files in that directory, which need not be there. */
    BrandFiles(Path directory) {
        this.directory = directory;
    }

    /** What stands in place of a file of the console; empty where nothing does. */
    Optional<StaticFile> find(String path) {
        var name = PATH.matcher(path);
        if (!name.matches()) {
            return Optional.empty();
        }
        Path file = directory.resolve(name.group(1));
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LIMIT + 1);
            if (content.length <= LIMIT) {
                return Optional.of(StaticFile.of(path, content));
            }
            LOG.warn("{} is not used: it is larger than {} bytes", file, LIMIT);
        } catch (IOException e) {
            LOG.warn("{} cannot be read and is not used", file, e);
        }
        return Optional.empty();
    }
}
