// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.library;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.value.Compare;
import org.smartems.twig.internal.value.Fault;

/** PHP's constants, as far as they say nothing of a server. */
final class Constants {

    private static final Map<String, Object> VALUES = new HashMap<>();

    static {
        json();
        numbers();
        dates();
        VALUES.put("PHP_EOL", "\n");
        VALUES.put("DIRECTORY_SEPARATOR", "/");
        VALUES.put("PATH_SEPARATOR", ":");
        VALUES.put("ENT_QUOTES", 3L);
        VALUES.put("ENT_COMPAT", 2L);
        VALUES.put("ENT_NOQUOTES", 0L);
        VALUES.put("PHP_QUERY_RFC1738", 1L);
        VALUES.put("PHP_QUERY_RFC3986", 2L);
    }

    private Constants() {}

    private static void json() {
        VALUES.put("JSON_HEX_TAG", 1L);
        VALUES.put("JSON_HEX_AMP", 2L);
        VALUES.put("JSON_HEX_APOS", 4L);
        VALUES.put("JSON_HEX_QUOT", 8L);
        VALUES.put("JSON_FORCE_OBJECT", 16L);
        VALUES.put("JSON_NUMERIC_CHECK", 32L);
        VALUES.put("JSON_UNESCAPED_SLASHES", 64L);
        VALUES.put("JSON_PRETTY_PRINT", 128L);
        VALUES.put("JSON_UNESCAPED_UNICODE", 256L);
        VALUES.put("JSON_PARTIAL_OUTPUT_ON_ERROR", 512L);
        VALUES.put("JSON_PRESERVE_ZERO_FRACTION", 1024L);
        VALUES.put("JSON_UNESCAPED_LINE_TERMINATORS", 2048L);
        VALUES.put("JSON_INVALID_UTF8_IGNORE", 1L << 20);
        VALUES.put("JSON_INVALID_UTF8_SUBSTITUTE", 1L << 21);
        VALUES.put("JSON_THROW_ON_ERROR", 1L << 22);
    }

    private static void numbers() {
        VALUES.put("PHP_INT_MAX", Long.MAX_VALUE);
        VALUES.put("PHP_INT_MIN", Long.MIN_VALUE);
        VALUES.put("PHP_INT_SIZE", 8L);
        VALUES.put("PHP_FLOAT_EPSILON", Math.ulp(1.0));
        VALUES.put("PHP_FLOAT_MAX", Double.MAX_VALUE);
        VALUES.put("PHP_FLOAT_MIN", Double.MIN_NORMAL);
        VALUES.put("PHP_FLOAT_DIG", 15L);
        VALUES.put("NAN", Double.NaN);
        VALUES.put("INF", Double.POSITIVE_INFINITY);
        VALUES.put("M_PI", Math.PI);
        VALUES.put("M_E", Math.E);
        VALUES.put("M_SQRT2", Math.sqrt(2));
        VALUES.put("PHP_ROUND_HALF_UP", 1L);
        VALUES.put("PHP_ROUND_HALF_DOWN", 2L);
        VALUES.put("PHP_ROUND_HALF_EVEN", 3L);
        VALUES.put("PHP_ROUND_HALF_ODD", 4L);
    }

    private static void dates() {
        date("ATOM", "Y-m-d\\TH:i:sP");
        date("COOKIE", "l, d-M-Y H:i:s T");
        date("ISO8601", "Y-m-d\\TH:i:sO");
        date("RFC822", "D, d M y H:i:s O");
        date("RFC850", "l, d-M-y H:i:s T");
        date("RFC1036", "D, d M y H:i:s O");
        date("RFC1123", "D, d M Y H:i:s O");
        date("RFC7231", "D, d M Y H:i:s \\G\\M\\T");
        date("RFC2822", "D, d M Y H:i:s O");
        date("RFC3339", "Y-m-d\\TH:i:sP");
        date("RFC3339_EXTENDED", "Y-m-d\\TH:i:s.vP");
        date("RSS", "D, d M Y H:i:s O");
        date("W3C", "Y-m-d\\TH:i:sP");
    }

    private static void date(String name, String format) {
        VALUES.put("DATE_" + name, format);
        for (String type : new String[] {"datetime", "datetimeimmutable", "datetimeinterface"}) {
            VALUES.put(type + "::" + name, format);
        }
    }

    /** The function {@code constant}. */
    static Object value(Frame frame, Object[] arguments) {
        String name = Args.text(arguments, 0, "constant");
        boolean known = isKnown(name);
        if (Args.flag(arguments, 2)) {
            return known;
        }
        if (!known) {
            throw Fault.of("Constant \"" + name + "\" is undefined.");
        }
        return VALUES.get(key(name));
    }

    /** The test {@code constant}. */
    static Object test(Frame frame, Object[] arguments) {
        return Compare.identical(arguments[0], value(frame, new Object[] {arguments[1], null, null}), frame.run());
    }

    static boolean isKnown(String name) {
        return VALUES.containsKey(key(name));
    }

    private static String key(String name) {
        String plain = name.startsWith("\\") ? name.substring(1) : name;
        int member = plain.indexOf("::");
        return member < 0 ? plain : plain.substring(0, member).toLowerCase(Locale.ROOT) + plain.substring(member);
    }
}
