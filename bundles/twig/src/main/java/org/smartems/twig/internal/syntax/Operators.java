// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.syntax;

import java.util.HashMap;
import java.util.Map;

/** The operators with their precedence. A larger number binds more tightly. */
final class Operators {

    /**
     * An operator found in a text.
     *
     * @param operator with single blanks
     * @param end position behind it
     */
    record Match(String operator, int end) {}

    static final int CONCAT = 40;
    static final int NOT = 50;
    static final int SIGN = 500;

    private static final Map<String, Integer> BINARY = new HashMap<>();
    private static final String[] LONGEST_FIRST;

    static {
        level(10, "or");
        level(12, "xor");
        level(15, "and");
        level(16, "b-or");
        level(17, "b-xor");
        level(18, "b-and");
        level(20, "==", "!=", "<=>", "<", ">", ">=", "<=", "not in", "in", "matches", "starts with", "ends with");
        level(20, "has some", "has every", "===", "!==");
        level(25, "..");
        level(30, "+", "-");
        level(CONCAT, "~");
        level(60, "*", "/", "//", "%");
        level(100, "is", "is not");
        level(200, "**");
        level(300, "??");
        java.util.Set<String> all = new java.util.HashSet<>(BINARY.keySet());
        all.add("not");
        all.add("=");
        LONGEST_FIRST = all.stream()
                .sorted(java.util.Comparator.comparingInt(String::length)
                        .reversed()
                        .thenComparing(java.util.Comparator.naturalOrder()))
                .toArray(String[]::new);
    }

    private Operators() {}

    private static void level(int precedence, String... operators) {
        for (String operator : operators) {
            BINARY.put(operator, precedence);
        }
    }

    /** The precedence of an operator between two operands, -1 for anything else. */
    static int precedence(Token token) {
        if (!token.is(Token.Kind.OPERATOR)) {
            return -1;
        }
        return BINARY.getOrDefault(token.text(), -1);
    }

    static boolean isRightAssociative(String operator) {
        return operator.equals("**") || operator.equals("??");
    }

    /** The longest operator that begins there; null for none. */
    static Match match(String code, int at) {
        for (String operator : LONGEST_FIRST) {
            if (operator.charAt(0) == code.charAt(at)) {
                int end = end(operator, code, at);
                if (end >= 0) {
                    return new Match(operator, end);
                }
            }
        }
        return null;
    }

    private static int end(String operator, String code, int at) {
        if (isLetter(operator.charAt(0)) && at > 0 && (code.charAt(at - 1) == '.' || code.charAt(at - 1) == '|')) {
            return -1;
        }
        int i = at;
        for (int j = 0; j < operator.length(); j++) {
            int next = operator.charAt(j) == ' ' ? Blanks.skip(code, i) : i + 1;
            boolean same =
                    operator.charAt(j) == ' ' ? next > i : i < code.length() && code.charAt(i) == operator.charAt(j);
            if (!same) {
                return -1;
            }
            i = next;
        }
        return !isLetter(operator.charAt(operator.length() - 1)) || i < code.length() && mayFollow(code.charAt(i))
                ? i
                : -1;
    }

    private static boolean mayFollow(char c) {
        return Blanks.isSpace(c) || "()[{".indexOf(c) >= 0;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }
}
