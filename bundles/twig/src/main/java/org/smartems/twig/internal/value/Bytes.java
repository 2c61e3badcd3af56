// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.value;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * PHP's strings are bytes, Java's are not. Bytes that are no UTF-8 stand in a string as the lone surrogates U+DC80 to
 * U+DCFF.
 */
public final class Bytes {

    private static final char REPLACEMENT = '\uFFFD';
    private static final int RAW = 0xDC00;
    private static final int BYTE = 0xFF;
    private static final int HIGH = 0x80;
    private static final int TAIL = 6;
    private static final int TAIL_MASK = 0x3F;
    private static final int[] LEAST = {0, 0x80, 0x800, 0x10000};

    private Bytes() {}

    /**
     * The bytes of a string.
     *
     * @param text any
     * @return UTF-8, and raw bytes as they are
     */
    public static byte[] of(String text) {
        if (!hasRaw(text)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() * 2);
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isRaw(text, i)) {
                bytes.writeBytes(text.substring(start, i).getBytes(StandardCharsets.UTF_8));
                bytes.write(text.charAt(i) & BYTE);
                start = i + 1;
            }
        }
        bytes.writeBytes(text.substring(start).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /**
     * The string of bytes.
     *
     * @param bytes UTF-8 or not
     * @return with lone surrogates for what is not
     */
    public static String text(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        int i = 0;
        while (i < bytes.length) {
            int length = sequence(bytes, i);
            if (length == 0) {
                text.append((char) (RAW | bytes[i] & BYTE));
                i++;
            } else {
                text.appendCodePoint(codePoint(bytes, i, length));
                i += length;
            }
        }
        return text.toString();
    }

    /**
     * Each byte as a character of its own.
     *
     * @param text any
     * @return the string itself when it is ASCII
     */
    public static String spread(String text) {
        return isAscii(text) ? text : new String(of(text), StandardCharsets.ISO_8859_1);
    }

    /**
     * Undoes {@link #spread}.
     *
     * @param text characters up to U+00FF
     * @return the string that these bytes are
     */
    public static String join(String text) {
        return isAscii(text) ? text : text(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * Brings raw bytes together that make characters by now.
     *
     * @param text any
     * @return the string itself when it has no raw bytes
     */
    public static String whole(String text) {
        return hasRaw(text) ? text(of(text)) : text;
    }

    /**
     * Replaces raw bytes that make no characters even together.
     *
     * @param text any
     * @return the string itself when it has no raw bytes
     */
    public static String scrubbed(String text) {
        if (!hasRaw(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(whole(text));
        for (int i = 0; i < clean.length(); i++) {
            if (isRaw(clean, i)) {
                clean.setCharAt(i, REPLACEMENT);
            }
        }
        return clean.toString();
    }

    /**
     * Whether bytes and characters are the same.
     *
     * @param text any
     * @return true when all of it is below U+0080
     */
    public static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= HIGH) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the string is no UTF-8.
     *
     * @param text any
     * @return true when there are raw bytes
     */
    public static boolean hasRaw(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (isRaw(text, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRaw(CharSequence text, int i) {
        return Character.isLowSurrogate(text.charAt(i)) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    /** The length of the UTF-8 sequence there, 0 when there is none. */
    private static int sequence(byte[] bytes, int at) {
        int first = bytes[at] & BYTE;
        int length = first < HIGH ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > bytes.length) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != HIGH) {
                return 0;
            }
        }
        int point = codePoint(bytes, at, length);
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return point >= LEAST[length - 1] && point <= Character.MAX_CODE_POINT && !surrogate ? length : 0;
    }

    private static int codePoint(byte[] bytes, int at, int length) {
        if (length == 1) {
            return bytes[at];
        }
        int point = bytes[at] & (BYTE >> (length + 1));
        for (int i = 1; i < length; i++) {
            point = point << TAIL | bytes[at + i] & TAIL_MASK;
        }
        return point;
    }
}
