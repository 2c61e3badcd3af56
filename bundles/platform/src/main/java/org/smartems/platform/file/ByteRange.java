// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file, or all of it (RFC 7233).
 *
 * @param first byte, counted from 0
 * @param end the byte after the last one
 * @param whole whether the whole file is sent because nothing else was asked for
 */
record ByteRange(long first, long end, boolean whole) {

    private static final Pattern SYNTAX = Pattern.compile("(?i)bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})");

    static ByteRange whole(long size) {
        return new ByteRange(0, size, true);
    }

    /**
     * What a header asks for. One that cannot be read, or asks for several parts, asks for nothing.
     *
     * @return empty when the file has no such part
     */
    static Optional<ByteRange> of(String header, long size) {
        Matcher matcher = SYNTAX.matcher(header.strip());
        if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
            return Optional.of(whole(size));
        }
        if (matcher.group(1).isEmpty()) {
            long last = Math.min(Long.parseLong(matcher.group(2)), size);
            return last == 0 ? Optional.empty() : Optional.of(new ByteRange(size - last, size, false));
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? Long.MAX_VALUE - 1 : Long.parseLong(matcher.group(2));
        if (last < first) {
            return Optional.of(whole(size));
        }
        return first >= size ? Optional.empty() : Optional.of(new ByteRange(first, Math.min(last + 1, size), false));
    }

    long length() {
        return end - first;
    }

    String contentRange(long size) {
        return "bytes " + first + "-" + (end - 1) + "/" + size;
    }
}
