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
    private final long steps;

    private Pcre(Pattern pattern, PcreFlags flags, long steps) {
        this.pattern = pattern;
        this.unicode = flags.isUnicode();
        this.anchored = flags.isAnchored();
        this.steps = steps;
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
                    regexp,
                    "Compilation failed: " + described(e.getDescription()) + " at offset " + Math.max(0, e.getIndex()));
        } catch (StackOverflowError e) {
            throw invalid(regexp, "Compilation failed: it is nested too deeply");
        }
    }

    /** What PCRE says, where Java says something else. */
    private static String described(String description) {
        if (description.startsWith("Unclosed group")) {
            return "missing closing parenthesis";
        }
        if (description.startsWith("Dangling meta character")) {
            return "quantifier does not follow a repeatable item";
        }
        return description.startsWith("Unmatched closing") ? "unmatched closing parenthesis" : description;
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
        PcreTranslator translator = new PcreTranslator(flags.isUnicode() ? body : Bytes.spread(body), flags);
        Pattern pattern = Pattern.compile(translator.translate(), flags.java());
        return new Pcre(pattern, flags, translator.stepsForEachCharacter());
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
        meter.step(steps);
        Matcher matcher = pattern.matcher(new Watched(unicode ? text : Bytes.spread(text), meter, steps));
        try {
            return anchored ? matcher.lookingAt() : matcher.find();
        } catch (StackOverflowError e) {
            throw Fault.of("The regular expression needs too many steps.");
        }
    }

    /** Tells the meter of every step that is made through a text. */
    private static final class Watched implements CharSequence {

        private static final int AT_ONCE = 1 << 10;

        private final String text;
        private final Meter meter;
        private final long cost;
        private long steps;

        Watched(String text, Meter meter, long cost) {
            this.text = text;
            this.meter = meter;
            this.cost = cost;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            steps += cost;
            if (steps >= AT_ONCE) {
                meter.step(steps);
                steps = 0;
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
