// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.text;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Writes a pattern of PCRE as one of Java. One object translates one pattern. */
final class PcreTranslator {

    private static final Pattern QUANTIFIER = Pattern.compile("\\{(\\d+)(?:,(\\d*))?\\}");
    private static final Pattern NAME = Pattern.compile("\\(\\?P?(?:<(\\w+)>|'(\\w+)')");
    private static final Pattern BACK = Pattern.compile("\\\\k(?:<(\\w+)>|\\{(\\w+)\\}|'(\\w+)')|\\(\\?P=(\\w+)\\)");
    private static final Pattern NUMBERED = Pattern.compile("\\\\g(?:\\{(-?\\d{1,4})\\}|(-?\\d{1,4}))");
    private static final Pattern FLAGS = Pattern.compile("\\(\\?[imsx]*(?:-[imsx]+)?[:)]");
    private static final Pattern SUPPORTED = Pattern.compile("\\(\\?(?:[:=!>]|<[=!])");

    private final String source;
    private final PcreFlags flags;
    private final StringBuilder out = new StringBuilder();
    private final Map<String, String> names = new HashMap<>();
    private int position;
    private int groups;
    private long repetitions = 1;

    PcreTranslator(String source, PcreFlags flags) {
        this.source = source;
        this.flags = flags;
    }

    String translate() {
        while (position < source.length()) {
            char c = source.charAt(position);
            switch (c) {
                case '\\' -> escape();
                case '[' -> bracket();
                case '(' -> group();
                case '$' -> dollar();
                case '*', '+', '?' -> quantifier(String.valueOf(c));
                case '{' -> brace();
                default -> copy(c);
            }
        }
        return out.toString();
    }

    private void copy(char c) {
        if (c == '#' && flags.isExtended()) {
            int end = source.indexOf('\n', position);
            position = end < 0 ? source.length() : end;
            return;
        }
        out.append(c);
        position++;
    }

    private void dollar() {
        out.append(flags.isDollarEndOnly() ? "\\z" : "$");
        position++;
    }

    private void brace() {
        Matcher matcher = at(QUANTIFIER);
        if (matcher == null) {
            out.append("\\{");
            position++;
        } else {
            bound(matcher);
            quantifier(matcher.group());
        }
    }

    /** Repetitions of nothing make no step through the text, so that nobody else would count them. */
    private void bound(Matcher matcher) {
        for (int i = 1; i <= 2; i++) {
            String count = matcher.group(i) == null ? "" : matcher.group(i);
            if (count.length() > LONGEST_COUNT || !count.isEmpty() && Integer.parseInt(count) > LARGEST_COUNT) {
                throw error("number too big in {} quantifier");
            }
        }
        repetitions *= Math.max(1, Integer.parseInt(matcher.group(1)));
        if (repetitions > MOST_REPETITIONS) {
            throw error("regular expression is too complicated");
        }
    }

    private static final int LONGEST_COUNT = 6;
    private static final int LARGEST_COUNT = 65535;
    private static final long MOST_REPETITIONS = 1 << 24;

    private void quantifier(String quantifier) {
        out.append(quantifier);
        position += quantifier.length();
        char next = position < source.length() ? source.charAt(position) : 0;
        if (next == '+') {
            out.append('+');
            position++;
        } else if (next == '?') {
            out.append(flags.isUngreedy() ? "" : "?");
            position++;
        } else if (flags.isUngreedy()) {
            out.append('?');
        }
    }

    private void escape() {
        Matcher back = at(BACK);
        if (back != null) {
            backReference(back);
            return;
        }
        Matcher numbered = at(NUMBERED);
        if (numbered != null) {
            String digits = numbered.group(1) == null ? numbered.group(2) : numbered.group(1);
            int number = Integer.parseInt(digits);
            out.append("(?:\\")
                    .append(number < 0 ? groups + 1 + number : number)
                    .append(')');
            position += numbered.group().length();
            return;
        }
        if (position + 1 >= source.length()) {
            throw error("\\ at end of pattern");
        }
        char c = source.charAt(position + 1);
        if (c == 'Q') {
            quoted();
        } else if (c == 'K' || c == 'C' || c == 'g') {
            throw error("\\" + c + " is not supported");
        } else {
            out.append(c == 'N' ? "[^\\n]" : "\\" + c);
            position += 2;
        }
    }

    private void quoted() {
        int end = source.indexOf("\\E", position + 2);
        String text = source.substring(position + 2, end < 0 ? source.length() : end);
        out.append(Pattern.quote(text));
        position = end < 0 ? source.length() : end + 2;
    }

    // ---- classes ---------------------------------------------------------------------------------------------------

    private void bracket() {
        out.append('[');
        position++;
        if (position < source.length() && source.charAt(position) == '^') {
            out.append('^');
            position++;
        }
        boolean first = true;
        while (position < source.length() && (first || source.charAt(position) != ']')) {
            classItem();
            first = false;
        }
        if (position >= source.length()) {
            throw error("missing terminating ] for character class");
        }
        out.append(']');
        position++;
    }

    private void classItem() {
        char c = source.charAt(position);
        if (c == '\\' && position + 1 < source.length()) {
            char next = source.charAt(position + 1);
            out.append(next == 'b' ? "\\x08" : "\\" + next);
            position += 2;
        } else if (c == '[' && source.startsWith("[:", position) && source.indexOf(":]", position) > 0) {
            posix();
        } else {
            out.append("[]&#^ \t\n".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
            position++;
        }
    }

    private void posix() {
        int end = source.indexOf(":]", position);
        String name = source.substring(position + 2, end);
        boolean not = name.startsWith("^");
        String java =
                switch (not ? name.substring(1) : name) {
                    case "alpha" -> "Alpha}";
                    case "digit" -> "Digit}";
                    case "alnum" -> "Alnum}";
                    case "upper" -> "Upper}";
                    case "lower" -> "Lower}";
                    case "space" -> "Space}";
                    case "blank" -> "Blank}";
                    case "punct" -> "Punct}";
                    case "cntrl" -> "Cntrl}";
                    case "graph" -> "Graph}";
                    case "print" -> "Print}";
                    case "xdigit" -> "XDigit}";
                    case "ascii" -> "ASCII}";
                    case "word" -> "";
                    default -> throw error("unknown POSIX class name");
                };
        String word = not ? "\\W" : "\\w";
        out.append(java.isEmpty() ? word : (not ? "\\P{" : "\\p{") + java);
        position = end + 2;
    }

    // ---- groups ----------------------------------------------------------------------------------------------------

    private void group() {
        Matcher back = at(BACK);
        Matcher name = at(NAME);
        if (back != null) {
            backReference(back);
        } else if (name != null) {
            groups++;
            String java = "g" + groups;
            names.put(name.group(1) == null ? name.group(2) : name.group(1), java);
            out.append("(?<").append(java).append('>');
            position += name.group().length();
        } else if (source.startsWith("(?#", position)) {
            int end = source.indexOf(')', position);
            position = end < 0 ? source.length() : end + 1;
        } else {
            plainGroup();
        }
    }

    private void plainGroup() {
        Matcher special = at(FLAGS) == null ? at(SUPPORTED) : at(FLAGS);
        if (special != null) {
            out.append(special.group());
            position += special.group().length();
            return;
        }
        if (source.startsWith("(?", position) || source.startsWith("(*", position)) {
            throw error("this kind of group is not supported");
        }
        groups++;
        out.append('(');
        position++;
    }

    private void backReference(Matcher matcher) {
        String name = null;
        for (int i = 1; i <= matcher.groupCount() && name == null; i++) {
            name = matcher.group(i);
        }
        String java = names.get(name);
        if (java == null) {
            throw error("reference to non-existent subpattern");
        }
        out.append("\\k<").append(java).append('>');
        position += matcher.group().length();
    }

    private Matcher at(Pattern pattern) {
        Matcher matcher = pattern.matcher(source).region(position, source.length());
        return matcher.lookingAt() ? matcher : null;
    }

    private PatternSyntaxException error(String message) {
        return new PatternSyntaxException(message, source, position);
    }
}
