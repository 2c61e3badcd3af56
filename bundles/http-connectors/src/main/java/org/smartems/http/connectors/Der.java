// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The part of the distinguished encoding rules (X.690) that a certificate needs. */
final class Der {

    static final int BOOLEAN = 0x01;
    static final int OCTETS = 0x04;
    static final int NULL = 0x05;
    static final int SET = 0x31;
    static final int CONTEXT_0 = 0xa0;
    static final int CONTEXT_3 = 0xa3;

    private static final DateTimeFormatter UTC_TIME = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT);

    private Der() {}

    static byte[] tag(int tag, byte[]... parts) {
        byte[] content = join(parts);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 128) {
            out.write(content.length);
        } else {
            byte[] length = BigInteger.valueOf(content.length).toByteArray();
            int sign = length[0] == 0 ? 1 : 0;
            out.write(0x80 | (length.length - sign));
            out.write(length, sign, length.length - sign);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    static byte[] sequence(byte[]... parts) {
        return tag(0x30, parts);
    }

    static byte[] integer(BigInteger value) {
        return tag(0x02, value.toByteArray());
    }

    static byte[] bits(byte[] value) {
        return tag(0x03, new byte[1], value);
    }

    static byte[] utf8(String text) {
        return tag(0x0c, text.getBytes(StandardCharsets.UTF_8));
    }

    /** RFC 5280, 4.1.2.5: for dates through the year 2049. */
    static byte[] utcTime(ZonedDateTime time) {
        String text = UTC_TIME.format(time);
        return tag(0x17, text.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] oid(String dotted) {
        String[] arcs = dotted.split("\\.");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
        for (int i = 2; i < arcs.length; i++) {
            writeBase128(out, Long.parseLong(arcs[i]));
        }
        return tag(0x06, out.toByteArray());
    }

    private static void writeBase128(ByteArrayOutputStream out, long value) {
        int shift = 0;
        while (value >> (shift + 7) != 0) {
            shift += 7;
        }
        for (; shift > 0; shift -= 7) {
            out.write((int) (value >> shift & 0x7f | 0x80));
        }
        out.write((int) (value & 0x7f));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
