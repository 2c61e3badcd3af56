// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.fleet.firmware.FirmwareDownload;
import org.smartems.fleet.firmware.FirmwareLink;
import org.smartems.fleet.firmware.FirmwareLinks;

/** Links whose token is made up by the test. */
final class FakeLinks implements FirmwareLinks {

    static final String MD5 = "0123456789abcdef0123456789abcdef";

    static final Instant UPDATED = Instant.parse("2026-11-05T09:08:07.654321Z");

    final List<FileChannel> opened = new CopyOnWriteArrayList<>();
    private final Map<String, FirmwareDownload> byToken = new ConcurrentHashMap<>();

    void add(String token, FirmwareLink link, long deviceType, Path file) throws IOException {
        long size = Files.size(file);
        byToken.put(token, new FirmwareDownload(link, deviceType, size, MD5, UPDATED, () -> {
            FileChannel channel = FileChannel.open(file);
            opened.add(channel);
            return channel;
        }));
    }

    void bind(String token, long credential) {
        byToken.computeIfPresent(token, (same, download) -> download.boundTo(credential));
    }

    @Override
    public String url(String baseUrl, FirmwareLink link) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FirmwareDownload open(String token, String fileName) {
        FirmwareDownload download = byToken.get(token);
        if (download == null || !download.link().fileName().equals(fileName)) {
            throw new PlatformException(ErrorCategory.NOT_FOUND, "linkWrong", "The link leads to nothing");
        }
        return download;
    }
}
