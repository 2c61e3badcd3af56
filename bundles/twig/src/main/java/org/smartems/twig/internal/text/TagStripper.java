// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.text;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PHP's {@code strip_tags}: takes tags, comments and instructions out of a text. One object strips one text. */
public final class TagStripper {

    private enum State {
        TEXT,
        TAG,
        INSTRUCTION,
        DECLARATION,
        COMMENT
    }

    private static final Pattern TAG_NAME = Pattern.compile("<\\s*+/?+\\s*+([^\\s/>]++)");

    private final String text;
    private final Set<String> allowed;
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder tag = new StringBuilder();
    private State state = State.TEXT;
    private char quote;
    private int depth;

    private TagStripper(String text, Set<String> allowed) {
        this.text = text;
        this.allowed = allowed;
    }

    /**
     * Strips a text.
     *
     * @param text any
     * @param allowed tags to be kept, each in angle brackets
     * @return the text without the others
     */
    public static String strip(String text, String allowed) {
        Set<String> names = new HashSet<>();
        Matcher matcher = TAG_NAME.matcher(allowed);
        while (matcher.find()) {
            names.add(matcher.group(1).toLowerCase(Locale.ROOT));
        }
        TagStripper stripper = new TagStripper(text, names);
        stripper.run();
        return stripper.out.toString();
    }

    private void run() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != 0) {
                switch (state) {
                    case TEXT -> plain(c, i);
                    case TAG -> inTag(c, i);
                    case INSTRUCTION -> inInstruction(c, i);
                    case DECLARATION -> inDeclaration(c, i);
                    default -> inComment(c, i);
                }
            }
        }
    }

    private void plain(char c, int i) {
        if (c != '<') {
            out.append(c);
        } else if (i + 1 < text.length() && isBlank(text.charAt(i + 1))) {
            out.append(c);
        } else {
            state = State.TAG;
            quote = 0;
            depth = 0;
            tag.setLength(0);
            tag.append(c);
        }
    }

    private void inTag(char c, int i) {
        if (c == '<') {
            boolean blank = i + 1 < text.length() && isBlank(text.charAt(i + 1));
            if (quote == 0 && !blank) {
                depth++;
            } else if (blank) {
                tag.append(c);
            }
        } else if (c == '>') {
            closeTag();
        } else if (c == '"' || c == '\'') {
            tag.append(c);
            quoted(c, i);
        } else if (c == '!' && i > 0 && text.charAt(i - 1) == '<') {
            state = State.DECLARATION;
        } else if (c == '?' && i > 0 && text.charAt(i - 1) == '<') {
            state = State.INSTRUCTION;
        } else {
            tag.append(c);
        }
    }

    private void closeTag() {
        if (depth > 0) {
            depth--;
        } else if (quote == 0) {
            tag.append('>');
            if (isAllowed()) {
                out.append(tag);
            }
            state = State.TEXT;
        }
    }

    private void quoted(char c, int i) {
        if (i == 0) {
            return;
        }
        if (quote == c) {
            quote = 0;
        } else if (quote == 0) {
            quote = c;
        }
    }

    private boolean isAllowed() {
        Matcher matcher = TAG_NAME.matcher(tag);
        return matcher.lookingAt() && allowed.contains(matcher.group(1).toLowerCase(Locale.ROOT));
    }

    private void inInstruction(char c, int i) {
        if (c == '>' && text.charAt(i - 1) == '?') {
            state = State.TEXT;
        }
    }

    private void inDeclaration(char c, int i) {
        if (c == '>' && quote == 0) {
            state = State.TEXT;
        } else if (c == '"' || c == '\'') {
            quoted(c, i);
        } else if (c == '-' && i >= 2 && text.charAt(i - 1) == '-' && text.charAt(i - 2) == '!') {
            state = State.COMMENT;
        }
    }

    private void inComment(char c, int i) {
        if (c == '>' && i >= 2 && text.charAt(i - 1) == '-' && text.charAt(i - 2) == '-') {
            state = State.TEXT;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }
}
