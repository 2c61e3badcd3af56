// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.download;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.device.endpoint.internal.authentication.Attempt;
import org.smartems.device.endpoint.internal.authentication.Authentication;
import org.smartems.device.endpoint.internal.authentication.Proof;
import org.smartems.device.endpoint.internal.http.Incoming;
import org.smartems.device.endpoint.internal.http.Outgoing;
import org.smartems.device.endpoint.internal.http.Refusal;
import org.smartems.fleet.catalogue.Catalogue;
import org.smartems.fleet.catalogue.Credential;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.firmware.FirmwareDownload;
import org.smartems.fleet.firmware.FirmwareLinks;

/** Gives firmware files to the devices that were sent to them. Safe for use by many threads. */
public final class Downloads {

    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);
    private static final Pattern LINK = Pattern.compile(Pattern.quote(FirmwareLinks.PATH) + "([^/]+)/([^/]+)");
    private static final Pattern UNSAFE = Pattern.compile("[^\\x20-\\x7e]|[\"\\\\%]");

    private final FirmwareLinks links;
    private final Catalogue catalogue;
    private final Authentication authentication;

    /** Looks every link up anew. */
    public Downloads(FirmwareLinks links, Catalogue catalogue, Authentication authentication) {
        this.links = links;
        this.catalogue = catalogue;
        this.authentication = authentication;
    }

    /** Whether a path is one of theirs. */
    public static boolean isLink(String path) {
        return path.startsWith(FirmwareLinks.PATH);
    }

    /**
     * Serves a request.
     *
     * @throws Refusal to be answered, and other {@link PlatformException}s
     * @throws IOException when the device is away
     */
    public void serve(Incoming incoming, Outgoing outgoing) throws IOException {
        if (!incoming.isHead() && !incoming.method().equals("GET")) {
            throw Refusal.of(405, "firmware is only read", "Allow", "GET, HEAD");
        }
        FirmwareDownload download = find(incoming.path());
        Catalogue.Snapshot present = catalogue.snapshot();
        DeviceType type = present.deviceType(download.deviceType())
                .orElseThrow(() -> Refusal.of(404, "the device type of the link is gone"));
        if (download.link().authenticated()) {
            Runnable onStuck = () -> outgoing.refuseInstead(Refusal.forNow("the authenticator is stuck"));
            Proof proof = authentication.prove(new Attempt(incoming, present, type, onStuck));
            requireBound(download, proof);
            type = proof.attempt().type();
        }
        if (!type.enabled()) {
            throw Refusal.of(403, "the device type is disabled");
        }
        Validators validators = Validators.of(download);
        if (validators.isKnown(incoming)) {
            sendNotModified(validators, outgoing.response());
            return;
        }
        send(download, incoming, outgoing);
    }

    private void requireBound(FirmwareDownload download, Proof proof) {
        long proved = proof.credential().map(Credential::id).orElse(0L);
        if (proved != 0 && download.boundCredential().orElse(proved) != proved) {
            throw authentication.failed(proof);
        }
    }

    /** Whatever is wrong with a link, the answer is the same. */
    private FirmwareDownload find(String path) {
        Matcher link = LINK.matcher(path);
        if (!link.matches()) {
            throw Refusal.of(404, "no link");
        }
        try {
            return links.open(
                    link.group(1), URLDecoder.decode(link.group(2).replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (PlatformException e) {
            if (e.category() == ErrorCategory.NOT_FOUND) {
                throw Refusal.of(404, e.code());
            }
            throw e;
        }
    }

    private static void sendNotModified(Validators validators, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        response.setHeader("Cache-Control", "no-store");
        validators.describe(response);
        response.flushBuffer();
    }

    private static void send(FirmwareDownload download, Incoming incoming, Outgoing outgoing) throws IOException {
        ByteRange range = range(download, incoming);
        FileChannel file = open(download);
        boolean streaming = false;
        try {
            HttpServletResponse response = outgoing.response();
            describe(download, range, response);
            if (incoming.isHead()) {
                response.flushBuffer();
            } else {
                FirmwareStream.start(incoming.startAsync(), response.getOutputStream(), file, range);
                streaming = true;
            }
        } finally {
            if (!streaming) {
                file.close();
            }
        }
    }

    private static ByteRange range(FirmwareDownload download, Incoming incoming) {
        long size = download.size();
        boolean same = Validators.of(download).isContinued(incoming);
        return incoming.header("Range")
                .filter(asked -> same && !incoming.isHead())
                .map(asked -> ByteRange.of(asked, size).orElseThrow(() -> unsatisfiable(size)))
                .orElse(ByteRange.whole(size));
    }

    private static void describe(FirmwareDownload download, ByteRange range, HttpServletResponse response) {
        response.setStatus(range.whole() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_PARTIAL_CONTENT);
        if (!range.whole()) {
            response.setHeader("Content-Range", range.contentRange(download.size()));
        }
        response.setHeader("Accept-Ranges", "bytes");
        Validators.of(download).describe(response);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", disposition(download.link().fileName()));
        response.setContentType("application/octet-stream");
        response.setContentLengthLong(range.length());
    }

    private static FileChannel open(FirmwareDownload download) {
        try {
            FileChannel file = download.open();
            if (file.size() == download.size()) {
                return file;
            }
            file.close();
            LOG.error("The file of firmware {} has changed", download.link().firmware());
        } catch (IOException e) {
            LOG.error("The file of firmware {} cannot be read", download.link().firmware(), e);
        }
        throw Refusal.of(500, "the file of the firmware cannot be read");
    }

    private static Refusal unsatisfiable(long size) {
        return Refusal.of(416, "no such part of the firmware", "Content-Range", "bytes */" + size);
    }

    /** RFC 6266. */
    private static String disposition(String fileName) {
        String simple = UNSAFE.matcher(fileName).replaceAll("_");
        String header = "attachment; filename=\"" + simple + '"';
        if (simple.equals(fileName)) {
            return header;
        }
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return header + "; filename*=UTF-8''" + encoded;
    }
}
