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
    private static final Pattern FLAGS = Pattern.compile("\\(\\?[ims]*(?:-[ims]+)?[:)]");
    private static final Pattern BRACED = Pattern.compile("\\\\(?:[pP]\\{(\\^?)(\\w+|L&)\\}|x\\{[0-9a-fA-F]{1,6}\\})");
    private static final Pattern SUPPORTED = Pattern.compile("\\(\\?(?:[:=!>]|<[=!])");

    private final String source;
    private final PcreFlags flags;
    private final StringBuilder out = new StringBuilder();
    private final Map<String, String> names = new HashMap<>();
    private int position;
    private int groups;
    private final PcreChoices choices = new PcreChoices();

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
                case '*', '+', '?' -> quantifier(String.valueOf(c), c == '+' ? 1 : 0);
                case '{' -> brace();
                default -> copy(c);
            }
        }
        choices.alternative();
        if (choices.areTooMany()) {
            throw error("too much of the regular expression may match nothing");
        }
        return out.toString();
    }

    /** Steps that it may make for each character it reads. */
    long stepsForEachCharacter() {
        return choices.stepsForEachCharacter(out.length());
    }

    private void copy(char c) {
        if (c == '#' && flags.isExtended()) {
            int end = source.indexOf('\n', position);
            position = end < 0 ? source.length() : end;
            return;
        }
        switch (c) {
            case '|' -> choices.alternative();
            case ')' -> choices.close();
            // white space may be left out when the pattern is an extended one
            default -> choices.atom(c == '^' || Character.isWhitespace(c));
        }
        out.append(c);
        position++;
    }

    private void dollar() {
        choices.atom(true);
        out.append(flags.isDollarEndOnly() ? "\\z" : "$");
        position++;
    }

    private void brace() {
        Matcher matcher = at(QUANTIFIER);
        if (matcher == null) {
            choices.atom(false);
            out.append("\\{");
            position++;
        } else {
            bound(matcher);
            quantifier(matcher.group(), Integer.parseInt(matcher.group(1)));
        }
    }

    private void bound(Matcher matcher) {
        for (int i = 1; i <= 2; i++) {
            String count = matcher.group(i) == null ? "" : matcher.group(i);
            if (count.length() > LONGEST_COUNT || !count.isEmpty() && Integer.parseInt(count) > LARGEST_COUNT) {
                throw error("number too big in {} quantifier");
            }
        }
    }

    private static final int LONGEST_COUNT = 6;
    private static final int LARGEST_COUNT = 65535;

    private void quantifier(String quantifier, int least) {
        choices.quantifier(least);
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
        Matcher braced = at(BRACED);
        if (numbered != null) {
            numberedReference(numbered);
        } else if (braced != null) {
            out.append(braced.group(2) == null ? braced.group() : property(braced));
            position += braced.group().length();
            choices.atom(false);
        } else if (position + 1 >= source.length()) {
            throw error("\\ at end of pattern");
        } else {
            escape(source.charAt(position + 1));
        }
    }

    private void escape(char c) {
        if (c == 'Q') {
            quoted();
        } else if (c == 'K' || c == 'C' || c == 'g') {
            throw error("\\" + c + " is not supported");
        } else {
            choices.atom("bBAZzGE123456789".indexOf(c) >= 0);
            out.append(c == 'N' ? "[^\\n]" : "\\" + c);
            position += 2;
        }
    }

    private void numberedReference(Matcher numbered) {
        String digits = numbered.group(1) == null ? numbered.group(2) : numbered.group(1);
        int number = Integer.parseInt(digits);
        out.append("(?:\\").append(number < 0 ? groups + 1 + number : number).append(')');
        position += numbered.group().length();
        choices.atom(true);
    }

    private void quoted() {
        int end = source.indexOf("\\E", position + 2);
        String text = source.substring(position + 2, end < 0 ? source.length() : end);
        choices.atom(text.isEmpty());
        out.append(Pattern.quote(text));
        position = end < 0 ? source.length() : end + 2;
    }

    // ---- classes ---------------------------------------------------------------------------------------------------

    /** A property of characters: Java has another name for scripts. */
    private static String property(Matcher matcher) {
        boolean not = matcher.group().startsWith("\\P") != matcher.group(1).equals("^");
        String name = matcher.group(2);
        if (name.equals("L&")) {
            return not ? "[^\\p{Lu}\\p{Ll}\\p{Lt}]" : "[\\p{Lu}\\p{Ll}\\p{Lt}]";
        }
        return (not ? "\\P{" : "\\p{") + (name.length() > 2 ? "Is" : "") + name + "}";
    }

    private void bracket() {
        choices.atom(false);
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
            choices.open(false);
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
            if (!special.group().endsWith(")")) {
                choices.open(special.group().matches("\\(\\?<?[=!]"));
            }
            out.append(special.group());
            position += special.group().length();
            return;
        }
        if (source.startsWith("(?", position) || source.startsWith("(*", position)) {
            throw error("this kind of group is not supported");
        }
        groups++;
        choices.open(false);
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
        choices.atom(true);
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
