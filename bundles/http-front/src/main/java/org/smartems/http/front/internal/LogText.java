// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.util.regex.Pattern;

/** Makes what a client sent fit for one log line: no control characters, no secrets, not too long. */
final class LogText {

    private static final int MAXIMUM = 200;
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]");
    private static final Pattern REFRESH_TOKEN = Pattern.compile("(?i)(token/+extend/+).+");
    private static final Pattern FIRMWARE_TOKEN = Pattern.compile("(?i)(/df/+)[^/]+");

    private LogText() {}

    static String path(String path) {
        String masked = REFRESH_TOKEN.matcher(path).replaceAll("$1***");
        masked = FIRMWARE_TOKEN.matcher(masked).replaceAll("$1***");
        return cut(masked, MAXIMUM);
    }

    static String method(String method) {
        return cut(method, 20);
    }

    private static String cut(String text, int length) {
        String printable = UNPRINTABLE.matcher(text).replaceAll("?");
        return printable.length() <= length ? printable : printable.substring(0, length) + "...";
    }
}
