// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.smartems.twig.internal.value.Bytes;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.Meter;

/** A regular expression of PHP: delimiters, modifiers, and a pattern that is translated for Java. Immutable. */
public final class Pcre {

    private static final String OPEN = "([{<";
    private static final String CLOSE = ")]}>";
    private static final int LONGEST = 10_000;

    private final Pattern pattern;
    private final boolean unicode;
    private final boolean anchored;

    private Pcre(Pattern pattern, boolean unicode, boolean anchored) {
        this.pattern = pattern;
        this.unicode = unicode;
        this.anchored = anchored;
    }

    /**
     * Reads a regular expression.
     *
     * @param regexp with delimiters
     * @return to match with
     */
    public static Pcre of(String regexp) {
        try {
            return read(regexp);
        } catch (PatternSyntaxException e) {
            throw invalid(
                    regexp, "Compilation failed: " + e.getDescription() + " at offset " + Math.max(0, e.getIndex()));
        } catch (StackOverflowError e) {
            throw invalid(regexp, "Compilation failed: it is nested too deeply");
        }
    }

    private static Pcre read(String regexp) {
        int start = 0;
        while (start < regexp.length() && Character.isWhitespace(regexp.charAt(start))) {
            start++;
        }
        if (start == regexp.length()) {
            throw invalid(regexp, "Empty regular expression");
        }
        char open = regexp.charAt(start);
        if (Character.isLetterOrDigit(open) || open == '\\' || open == 0) {
            throw invalid(regexp, "Delimiter must not be alphanumeric, backslash, or NUL");
        }
        int end = end(regexp, start, open);
        PcreFlags flags = new PcreFlags();
        for (int i = end + 1; i < regexp.length(); i++) {
            if (!flags.add(regexp.charAt(i))) {
                throw invalid(regexp, "Unknown modifier '" + regexp.charAt(i) + "'");
            }
        }
        String body = regexp.substring(start + 1, end);
        if (body.length() > LONGEST) {
            throw invalid(regexp, "Compilation failed: regular expression is too large");
        }
        String java = new PcreTranslator(flags.isUnicode() ? body : Bytes.spread(body), flags).translate();
        return new Pcre(Pattern.compile(java, flags.java()), flags.isUnicode(), flags.isAnchored());
    }

    private static int end(String regexp, int start, char open) {
        int pair = OPEN.indexOf(open);
        char close = pair < 0 ? open : CLOSE.charAt(pair);
        int depth = 0;
        for (int i = start + 1; i < regexp.length(); i++) {
            char c = regexp.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == close && depth-- == 0) {
                return i;
            } else if (c == open && pair >= 0) {
                depth++;
            }
        }
        String which = pair < 0 ? "No ending delimiter '" : "No ending matching delimiter '";
        throw invalid(regexp, which + close + "' found");
    }

    private static Fault invalid(String regexp, String message) {
        return Fault.of("Regexp \"" + regexp + "\" passed to \"matches\" is not valid: " + message + ".");
    }

    /**
     * Looks for the pattern.
     *
     * @param text any
     * @param meter is told of each step, so that no pattern runs on
     * @return whether it occurs
     */
    public boolean find(String text, Meter meter) {
        if (unicode && Bytes.hasRaw(text)) {
            return false;
        }
        Matcher matcher = pattern.matcher(new Watched(unicode ? text : Bytes.spread(text), meter));
        try {
            return anchored ? matcher.lookingAt() : matcher.find();
        } catch (StackOverflowError e) {
            throw Fault.of("The regular expression needs too many steps.");
        }
    }

    /** Tells the meter of every step that is made through a text. */
    private static final class Watched implements CharSequence {

        private static final int STEPS = 1 << 10;
        private static final int COST = 1 << 7;

        private final String text;
        private final Meter meter;
        private int steps;

        Watched(String text, Meter meter) {
            this.text = text;
            this.meter = meter;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++steps == STEPS) {
                steps = 0;
                meter.charge(COST);
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
