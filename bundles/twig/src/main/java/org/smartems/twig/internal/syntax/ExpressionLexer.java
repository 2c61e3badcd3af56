// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import org.smartems.twig.internal.syntax.Token.Kind;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.NumericText;

/** Cuts the inside of tags into tokens. */
final class ExpressionLexer {

    private static final String PUNCTUATION = "()[]{}?:.,|";
    private static final String INTERPOLATION = "#{";

    private record Bracket(String sign, int line) {}

    private final Lexer lexer;
    private final String code;
    private final Deque<Bracket> brackets = new ArrayDeque<>();

    ExpressionLexer(Lexer lexer) {
        this.lexer = lexer;
        this.code = lexer.code();
    }

    boolean hasOpenBrackets() {
        return !brackets.isEmpty();
    }

    void checkClosed() {
        if (!brackets.isEmpty()) {
            throw unclosed(brackets.peek());
        }
    }

    /** Takes the next token, in a tag, in a string with interpolation or in an interpolation. */
    void next(Kind state) {
        if (state == Kind.STRING) {
            stringPart();
            return;
        }
        if (state == Kind.INTERPOLATION_START && endsInterpolation()) {
            return;
        }
        lexer.moveTo(Blanks.skip(code, lexer.cursor()));
        if (lexer.cursor() >= code.length()) {
            throw lexer.unclosed();
        }
        token();
    }

    private void token() {
        int at = lexer.cursor();
        if (code.startsWith("...", at)) {
            take(Kind.SPREAD, "...", at + 3);
        } else if (code.startsWith("=>", at)) {
            take(Kind.ARROW, "=>", at + 2);
        } else if (!operator(at)) {
            char c = code.charAt(at);
            if (isNameStart(c)) {
                name(at);
            } else if (isDigit(c)) {
                number(at);
            } else if (code.startsWith("?.", at)) {
                take(Kind.PUNCTUATION, "?.", at + 2);
            } else if (PUNCTUATION.indexOf(c) >= 0) {
                punctuation(c, at);
            } else {
                other(c, at);
            }
        }
    }

    private void take(Kind kind, Object value, int end) {
        lexer.push(kind, value);
        lexer.moveTo(end);
    }

    private boolean operator(int at) {
        Operators.Match match = Operators.match(code, at);
        if (match == null) {
            return false;
        }
        take(Kind.OPERATOR, match.operator(), match.end());
        return true;
    }

    private void name(int at) {
        int end = at + 1;
        while (end < code.length() && (isNameStart(code.charAt(end)) || isDigit(code.charAt(end)))) {
            end++;
        }
        take(Kind.NAME, code.substring(at, end), end);
    }

    private void number(int at) {
        int end = digits(at);
        if (lexer.charAt(end) == '.' && isDigit(lexer.charAt(end + 1))) {
            end = digits(end + 1);
        }
        if ((lexer.charAt(end) | ' ') == 'e') {
            int exponent = lexer.charAt(end + 1) == '+' || lexer.charAt(end + 1) == '-' ? end + 2 : end + 1;
            if (isDigit(lexer.charAt(exponent))) {
                end = digits(exponent);
            }
        }
        take(Kind.NUMBER, NumericText.parse(code.substring(at, end).replace("_", "")), end);
    }

    private int digits(int at) {
        int i = at;
        while (isDigit(lexer.charAt(i)) || i > at && lexer.charAt(i) == '_' && isDigit(lexer.charAt(i + 1))) {
            i++;
        }
        return i;
    }

    private void punctuation(char c, int at) {
        if ("([{".indexOf(c) >= 0) {
            brackets.push(new Bracket(String.valueOf(c), lexer.line()));
        } else if (")]}".indexOf(c) >= 0) {
            closeBracket(c);
        }
        take(Kind.PUNCTUATION, String.valueOf(c), at + 1);
    }

    private void closeBracket(char c) {
        if (brackets.isEmpty()) {
            throw Fault.syntax("Unexpected \"" + c + "\".", lexer.line());
        }
        Bracket open = brackets.pop();
        String expected = open.sign.equals("(") ? ")" : open.sign.equals("[") ? "]" : open.sign.equals("{") ? "}" : "";
        if (!expected.equals(String.valueOf(c))) {
            throw unclosed(open);
        }
    }

    private void other(char c, int at) {
        if (c == '\'' || c == '"') {
            int end = plainString(at, c);
            if (end > 0) {
                take(Kind.STRING, Escapes.undo(code.substring(at + 1, end - 1)), end);
                return;
            }
        }
        if (c == '"') {
            brackets.push(new Bracket("\"", lexer.line()));
            lexer.enter(Kind.STRING);
            lexer.moveTo(at + 1);
        } else if (c == '#') {
            int end = code.indexOf('\n', at);
            lexer.moveTo(end < 0 ? code.length() : end);
        } else {
            throw unexpected(at);
        }
    }

    /** The end of a string without interpolation, or 0. */
    private int plainString(int at, char quote) {
        int i = at + 1;
        while (i < code.length()) {
            char c = code.charAt(i);
            if (c == quote) {
                return i + 1;
            }
            if (c == '#' && quote == '"') {
                return 0;
            }
            i += c == '\\' ? 2 : 1;
        }
        return 0;
    }

    // ---- strings with interpolation --------------------------------------------------------------------------------

    private void stringPart() {
        int at = lexer.cursor();
        if (code.startsWith(INTERPOLATION, at)) {
            brackets.push(new Bracket(INTERPOLATION, lexer.line()));
            take(Kind.INTERPOLATION_START, "", Blanks.skip(code, at + 2));
            lexer.enter(Kind.INTERPOLATION_START);
            return;
        }
        int end = partEnd(at);
        if (end > at) {
            take(Kind.STRING, Escapes.undo(code.substring(at, end)), end);
        } else if (code.charAt(at) == '"') {
            brackets.pop();
            lexer.exit();
            lexer.moveTo(at + 1);
        } else {
            throw unexpected(at);
        }
    }

    private int partEnd(int at) {
        int i = at;
        while (i < code.length() && code.charAt(i) != '"' && !code.startsWith(INTERPOLATION, i)) {
            if (code.charAt(i) == '\\') {
                if (i + 1 >= code.length()) {
                    return i;
                }
                i++;
            }
            i++;
        }
        return i;
    }

    private boolean endsInterpolation() {
        int at = Blanks.skip(code, lexer.cursor());
        Bracket open = brackets.peek();
        if (open == null || !open.sign.equals(INTERPOLATION) || lexer.charAt(at) != '}') {
            return false;
        }
        brackets.pop();
        take(Kind.INTERPOLATION_END, "", at + 1);
        lexer.exit();
        return true;
    }

    // ---- characters ------------------------------------------------------------------------------------------------

    private Fault unexpected(int at) {
        String shown = new String(Character.toChars(code.codePointAt(at)));
        return Fault.syntax("Unexpected character \"" + shown + "\".", lexer.line());
    }

    private static Fault unclosed(Bracket bracket) {
        return Fault.syntax("Unclosed \"" + bracket.sign + "\".", bracket.line);
    }

    static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= '\u007F';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
