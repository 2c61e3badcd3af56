// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The methods of texts. */
final class TextMembers {

    private TextMembers() {}

    static Object call(String text, Arguments given) {
        Object result = part(text, given);
        return result == Arguments.UNKNOWN ? scan(text, given) : result;
    }

    private static Object part(String text, Arguments given) {
        return switch (given.signature()) {
            case "length/0" -> text.length();
            case "isEmpty/0" -> text.isEmpty();
            case "charAt/1" -> {
                int at = given.index(0, text.length());
                yield made(text.substring(at, at + 1));
            }
            case "substring/1" -> made(text.substring(given.position(0, text.length())));
            case "substring/2" -> {
                int end = given.position(1, text.length());
                yield made(text.substring(given.position(0, end), end));
            }
            case "trim/0" -> made(text.trim());
            case "concat/1" -> {
                String tail = given.text(0);
                Meter.current().text((long) text.length() + tail.length());
                yield text.concat(tail);
            }
            default -> Arguments.UNKNOWN;
        };
    }

    private static Object scan(String text, Arguments given) {
        Meter meter = Meter.current();
        meter.work(text.length());
        return switch (given.signature()) {
            case "isBlank/0" -> text.isBlank();
            case "contains/1" -> Search.indexOf(text, given.text(0), 0, meter) >= 0;
            case "indexOf/1" -> Search.indexOf(text, given.text(0), 0, meter);
            case "lastIndexOf/1" -> Search.lastIndexOf(text, given.text(0), meter);
            case "startsWith/1" -> text.startsWith(given.text(0));
            case "endsWith/1" -> text.endsWith(given.text(0));
            case "equalsIgnoreCase/1" -> text.equalsIgnoreCase(given.text(0));
            case "compareTo/1" -> Integer.signum(text.compareTo(given.text(0)));
            case "toUpperCase/0" -> made(text.toUpperCase(Locale.ROOT));
            case "toLowerCase/0" -> made(text.toLowerCase(Locale.ROOT));
            case "replace/2" -> Texts.replace(text, given.text(0), given.text(1), meter);
            case "split/1" -> split(text, given.text(0), meter);
            default -> Arguments.UNKNOWN;
        };
    }

    private static String made(String text) {
        Meter.current().text(text.length());
        return text;
    }

    /** Parts between separators, which are plain text. */
    private static List<Object> split(String text, String separator, Meter meter) {
        if (separator.isEmpty()) {
            throw new Refusal("split takes a separator of at least one character");
        }
        List<Object> parts = new ArrayList<>();
        int from = 0;
        int at = Search.indexOf(text, separator, 0, meter);
        while (at >= 0 && parts.size() <= Meter.ELEMENTS) {
            meter.text(at - from);
            parts.add(text.substring(from, at));
            from = at + separator.length();
            at = Search.indexOf(text, separator, from, meter);
        }
        parts.add(text.substring(from));
        return Values.weighed(parts, meter);
    }
}
