// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.device;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.util.Locale;
import org.smartems.simulator.Fault;
import org.smartems.simulator.FirmwareImage;
import org.smartems.simulator.Task;
import org.smartems.simulator.internal.http.LineCutException;
import org.smartems.simulator.internal.http.Manner;
import org.smartems.simulator.internal.http.Request;
import org.smartems.simulator.internal.http.Response;

/**
 * Fetches a firmware as devices do: HEAD for its size, then two parts by Range. A part that breaks off is resumed. The
 * bytes are not kept.
 */
final class FirmwareDownload {

    private static final int MAX_FAILURES = 5;
    private static final String DOWNLOAD_ERROR = "downloaderror";
    private static final String BAD_FIRMWARE = "badfirmware";

    private final Sender sender;

    FirmwareDownload(Sender sender) {
        this.sender = sender;
    }

    /** With or without credentials. */
    @FunctionalInterface
    interface Sender {
        Response send(Request request, Manner manner) throws IOException;
    }

    /**
     * Fetches and checks a firmware.
     *
     * @param cut whether the line is to break once
     * @return its version
     */
    String version(Task task, boolean cut) throws FirmwareException {
        URI uri = uri(task.firmwareUrl());
        FirmwareProgress progress = fetch(uri, cut);
        String md5 = progress.md5();
        if (!task.md5().isEmpty() && !task.md5().toLowerCase(Locale.ROOT).equals(md5)) {
            throw new FirmwareException(BAD_FIRMWARE, "the MD5 is " + md5 + " instead of " + task.md5());
        }
        if (!task.firmwareVersion().isEmpty()) {
            return task.firmwareVersion();
        }
        String path = uri.getPath();
        return FirmwareImage.version(progress.start(), path.substring(path.lastIndexOf('/') + 1))
                .orElseThrow(() ->
                        new FirmwareException(BAD_FIRMWARE, "neither the file nor its name tells the version: " + uri));
    }

    private FirmwareProgress fetch(URI uri, boolean cut) throws FirmwareException {
        FirmwareProgress progress = new FirmwareProgress(size(uri));
        boolean cutNext = cut;
        for (int failures = 0; !progress.complete(); cutNext = false) {
            long before = progress.received();
            String failure = "an answer is empty";
            try {
                part(uri, progress, cutNext);
            } catch (LineCutException e) {
                continue;
            } catch (IOException e) {
                failure = e.getMessage();
            }
            if (progress.received() <= before && ++failures > MAX_FAILURES) {
                throw new FirmwareException(DOWNLOAD_ERROR, "the download does not get on: " + failure);
            }
        }
        return progress;
    }

    private void part(URI uri, FirmwareProgress progress, boolean cut) throws IOException, FirmwareException {
        long from = progress.received();
        long half = progress.size() / 2;
        long length = from < half ? half - from : progress.size() - from;
        String range = "bytes=" + from + '-' + (from < half ? half - 1 : "");
        Manner manner = Manner.download(progress::accept, cut ? length / 2 : -1);
        Response response = sender.send(Request.of("GET", uri).with("Range", range), manner);
        if (response.status() != 200 && response.status() != 206) {
            throw new FirmwareException(DOWNLOAD_ERROR, "status " + response.status() + " for " + range);
        }
    }

    private long size(URI uri) throws FirmwareException {
        try {
            Response head = sender.send(Request.of("HEAD", uri), Manner.of(Fault.NONE));
            String length = head.header("content-length");
            if (head.status() != 200) {
                throw new FirmwareException(DOWNLOAD_ERROR, "status " + head.status() + " for HEAD");
            }
            if (!length.matches("[1-9]\\d{0,17}")) {
                throw new FirmwareException(DOWNLOAD_ERROR, "HEAD tells no length but '" + length + "'");
            }
            return Long.parseLong(length);
        } catch (IOException e) {
            throw new FirmwareException(DOWNLOAD_ERROR, "HEAD failed: " + e.getMessage());
        }
    }

    private static URI uri(String url) throws FirmwareException {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() == null || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                throw new ProtocolException("not an absolute HTTP address");
            }
            return uri;
        } catch (IllegalArgumentException | ProtocolException e) {
            throw new FirmwareException(DOWNLOAD_ERROR, url + ": " + e.getMessage());
        }
    }
}
