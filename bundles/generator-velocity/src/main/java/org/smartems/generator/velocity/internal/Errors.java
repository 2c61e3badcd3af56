// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smartems.spi.config.ConfigException;

/** Turns what Velocity says into a sentence for the author of the text. */
final class Errors {

    private static final Pattern PLACE = Pattern.compile("(?:\\[|at )line (\\d{1,9}), column");
    private static final Pattern AT = Pattern.compile("\\s*(at|in) (template )?(\\S+ )?\\S*\\[line.*");
    private static final Pattern CLASS = Pattern.compile("\\b(class )?[a-z]\\w*(\\.[a-z]\\w*)+\\.[A-Z][\\w.$]*");
    private static final int LONGEST = 300;

    private Errors() {}

    /** Where nothing says the line, it is the last that was read or rendered. */
    static ConfigException refused(Refusal refusal, Meter meter) {
        return exception(refusal.getMessage(), refusal.line() > 0 ? refusal.line() : meter.line(), refusal);
    }

    /** The line is the last that was read or rendered. */
    static ConfigException tooDeep(StackOverflowError cause, String what, Meter meter) {
        return exception(what + " nested too deeply", meter.line(), cause);
    }

    static ConfigException failed(Throwable cause) {
        String message = cause.getMessage() == null ? "" : cause.getMessage();
        Matcher place = PLACE.matcher(message);
        int line = place.find() ? Integer.parseInt(place.group(1)) : 0;
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof Refusal refusal) {
                return exception(refusal.getMessage(), refusal.line() > 0 ? refusal.line() : line, cause);
            }
        }
        return exception(sentence(message), line, cause);
    }

    private static String sentence(String message) {
        String first = message.split("\\R|Was expecting", 2)[0];
        if (first.contains("\"<EOF>\"")) {
            return "The text ends where more is expected, such as #end";
        }
        if (first.contains("Lexical error")) {
            return "There is a character that cannot stand where it is";
        }
        String text = CLASS.matcher(AT.matcher(first).replaceFirst("")).replaceAll("a value");
        text = text.replaceAll("\\s+", " ").strip();
        if (text.isEmpty() || text.contains("Exception") || text.contains("java.") || text.contains("org.")) {
            return "The text cannot be understood";
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
    }

    private static ConfigException exception(String message, int line, Throwable cause) {
        String start =
                Character.toUpperCase(message.charAt(0)) + message.substring(1).replaceFirst("\\.$", "");
        String place = line > 0 ? " at line " + line : "";
        return new ConfigException(
                start.replaceAll("\\s+", " ") + " in \"" + VelocityGenerator.NAME + "\"" + place + ".", line, cause);
    }
}
