// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.device;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smartems.simulator.FirmwareImage;
import org.smartems.simulator.internal.http.Response;

/** How far a download has come: the parts must join without a gap. */
final class FirmwareProgress {

    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

    private final long size;
    private final MessageDigest digest = digest();
    private final ByteArrayOutputStream start = new ByteArrayOutputStream();
    private long received;
    private Response part;

    FirmwareProgress(long size) {
        this.size = size;
    }

    long size() {
        return size;
    }

    long received() {
        return received;
    }

    boolean complete() {
        return received == size;
    }

    String md5() {
        return HexFormat.of().formatHex(digest.digest());
    }

    byte[] start() {
        return start.toByteArray();
    }

    void accept(Response head, byte[] bytes, int offset, int length) throws ProtocolException {
        if (head != part) {
            begin(head);
            part = head;
        }
        if (length > size - received) {
            throw new ProtocolException("more bytes than HEAD has told");
        }
        digest.update(bytes, offset, length);
        start.write(bytes, offset, Math.min(length, FirmwareImage.HEADER_LENGTH - start.size()));
        received += length;
    }

    private void begin(Response head) throws ProtocolException {
        if (head.status() == 200) {
            // the server sends the whole file whatever was asked for
            digest.reset();
            start.reset();
            received = 0;
            return;
        }
        Matcher range = RANGE.matcher(head.header("content-range"));
        if (!range.matches() || Long.parseLong(range.group(1)) != received || Long.parseLong(range.group(3)) != size) {
            throw new ProtocolException("not the part asked for but '" + head.header("content-range") + "'");
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
