// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.download;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.smartems.platform.file.FileAnswer;

/** Gives firmware files to the devices that were sent to them. Safe for use by many threads. */
public final class Downloads {

    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);
    private static final Pattern LINK = Pattern.compile(Pattern.quote(FirmwareLinks.PATH) + "([^/]+)/([^/]+)");

    private static final int LOOKS_AT_ONCE = 4;

    private final FirmwareLinks links;
    private final Catalogue catalogue;
    private final Authentication authentication;
    /** Each look takes a connection of the database, and a fleet that fetches firmware must leave some to others. */
    private final Semaphore looks = new Semaphore(LOOKS_AT_ONCE, true);

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
        String name = URLDecoder.decode(link.group(2).replace("+", "%2B"), StandardCharsets.UTF_8);
        if (!mayLook()) {
            throw Refusal.forNow("too many look for firmware");
        }
        try {
            return links.open(link.group(1), name);
        } catch (PlatformException e) {
            if (e.category() == ErrorCategory.NOT_FOUND) {
                throw Refusal.of(404, e.code());
            }
            throw e;
        } finally {
            looks.release();
        }
    }

    /** Whoever waits has a place that a check-in could have. */
    private boolean mayLook() {
        try {
            return looks.tryAcquire(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void send(FirmwareDownload download, Incoming incoming, Outgoing outgoing) throws IOException {
        FileAnswer file = new FileAnswer(
                download.link().fileName(), download.size(), download.md5(), download.updatedAt(), download::open);
        try {
            file.send(incoming.servlet(), outgoing.response());
        } catch (FileAnswer.NoSuchPart e) {
            throw Refusal.of(416, "no such part of the firmware", "Content-Range", e.contentRange());
        } catch (FileAnswer.Unreadable e) {
            LOG.error("The file of firmware {} cannot be read", download.link().firmware(), e);
            throw Refusal.of(500, "the file of the firmware cannot be read");
        }
    }
}
