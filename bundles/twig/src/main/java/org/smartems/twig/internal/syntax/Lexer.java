// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.smartems.twig.internal.syntax.Token.Kind;
import org.smartems.twig.internal.value.Fault;

/** Cuts a template into tokens: here the text outside of tags, in {@link ExpressionLexer} what is inside. */
final class Lexer {

    private static final String VERBATIM = "verbatim";
    private static final String END_VERBATIM = "endverbatim";
    private static final String LINE = "line";

    private final String code;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Kind> states = new ArrayDeque<>();
    private final ExpressionLexer expressions;
    private int cursor;
    private int line = 1;
    private int opened;

    Lexer(String source) {
        code = source.indexOf('\r') < 0 ? source : source.replace("\r\n", "\n").replace('\r', '\n');
        expressions = new ExpressionLexer(this);
    }

    List<Token> tokens() {
        while (cursor < code.length()) {
            if (states.isEmpty()) {
                data();
            } else {
                tag(states.peek());
            }
        }
        push(Kind.END, "");
        expressions.checkClosed();
        return tokens;
    }

    // ---- for the other lexer ---------------------------------------------------------------------------------------

    String code() {
        return code;
    }

    int cursor() {
        return cursor;
    }

    int line() {
        return line;
    }

    void push(Kind kind, Object value) {
        tokens.add(new Token(kind, value, line));
    }

    /** Goes on to a position, counting lines. */
    void moveTo(int position) {
        for (int i = cursor; i < position; i++) {
            if (code.charAt(i) == '\n') {
                line++;
            }
        }
        cursor = position;
    }

    void enter(Kind state) {
        states.push(state);
    }

    void exit() {
        states.pop();
    }

    Fault unclosed() {
        return Fault.syntax("Unclosed \"" + (states.peek() == Kind.BLOCK_START ? "block" : "variable") + "\".", opened);
    }

    // ---- text ------------------------------------------------------------------------------------------------------

    private void data() {
        int start = nextTag();
        if (start < 0) {
            push(Kind.TEXT, code.substring(cursor));
            moveTo(code.length());
            return;
        }
        char trim = charAt(start + 2);
        text(code.substring(cursor, start), trim);
        moveTo(trim == '-' || trim == '~' ? start + 3 : start + 2);
        switch (code.charAt(start + 1)) {
            case '#' -> comment();
            case '%' -> block();
            default -> begin(Kind.VAR_START);
        }
    }

    private int nextTag() {
        int at = cursor;
        while (true) {
            at = code.indexOf('{', at);
            if (at < 0) {
                return -1;
            }
            char next = charAt(at + 1);
            if (next == '{' || next == '%' || next == '#') {
                return at;
            }
            at++;
        }
    }

    private void text(String text, char trim) {
        String kept = trim == '-' ? Blanks.trimEnd(text) : trim == '~' ? Blanks.trimLineEnd(text) : text;
        if (!kept.isEmpty()) {
            push(Kind.TEXT, kept);
        }
    }

    private void begin(Kind kind) {
        push(kind, "");
        enter(kind);
        opened = line;
    }

    private void comment() {
        int end = code.indexOf("#}", cursor);
        if (end < 0) {
            throw Fault.syntax("Unclosed comment.", line);
        }
        char trim = end > cursor ? code.charAt(end - 1) : ' ';
        moveTo(afterEnd(end + 2, trim, true));
    }

    private void block() {
        int verbatim = word(Blanks.skip(code, cursor), VERBATIM);
        int end = verbatim < 0 ? -1 : blockEnd(Blanks.skip(code, verbatim), false);
        if (end >= 0) {
            moveTo(end);
            verbatim();
            return;
        }
        if (!lineTag()) {
            begin(Kind.BLOCK_START);
        }
    }

    /** The tag that sets the number of the line. */
    private boolean lineTag() {
        int after = word(Blanks.skip(code, cursor), LINE);
        int digits = after < 0 ? -1 : Blanks.skip(code, after);
        if (digits <= after) {
            return false;
        }
        int end = digits;
        while (Character.isDigit(charAt(end)) && end - digits < 9) {
            end++;
        }
        int close = Blanks.skip(code, end);
        if (end == digits || !code.startsWith("%}", close)) {
            return false;
        }
        moveTo(close + 2);
        line = Integer.parseInt(code.substring(digits, end));
        return true;
    }

    private void verbatim() {
        int at = cursor;
        while (true) {
            at = code.indexOf("{%", at);
            if (at < 0) {
                throw Fault.syntax("Unexpected end of file: Unclosed \"verbatim\" block.", line);
            }
            char trim = charAt(at + 2);
            int name = trim == '-' || trim == '~' ? at + 3 : at + 2;
            int after = word(Blanks.skip(code, name), END_VERBATIM);
            int end = after < 0 ? -1 : blockEnd(Blanks.skip(code, after), false);
            if (end >= 0) {
                String raw = code.substring(cursor, at);
                moveTo(end);
                text(raw, trim);
                return;
            }
            at++;
        }
    }

    private int word(int at, String word) {
        return code.startsWith(word, at) ? at + word.length() : -1;
    }

    // ---- ends of tags ----------------------------------------------------------------------------------------------

    private void tag(Kind state) {
        int close = expressions.hasOpenBrackets() ? -1 : close(Blanks.skip(code, cursor), state);
        if (close >= 0) {
            push(state == Kind.VAR_START ? Kind.VAR_END : Kind.BLOCK_END, "");
            moveTo(close);
            exit();
        } else {
            expressions.next(state);
        }
    }

    private int close(int at, Kind state) {
        if (state == Kind.BLOCK_START) {
            return blockEnd(at, true);
        }
        if (state != Kind.VAR_START) {
            return -1;
        }
        char trim = charAt(at);
        boolean marked = (trim == '-' || trim == '~') && code.startsWith("}}", at + 1);
        if (marked) {
            return afterEnd(at + 3, trim, false);
        }
        return code.startsWith("}}", at) ? at + 2 : -1;
    }

    /** The position behind the end of a statement that begins there, or -1. */
    private int blockEnd(int at, boolean newline) {
        char trim = charAt(at);
        if ((trim == '-' || trim == '~') && code.startsWith("%}", at + 1)) {
            return afterEnd(at + 3, trim, newline);
        }
        return code.startsWith("%}", at) ? afterEnd(at + 2, ' ', newline) : -1;
    }

    /** What an end takes away of the text behind it. */
    private int afterEnd(int at, char trim, boolean newline) {
        if (trim == '-') {
            return Blanks.skip(code, at);
        }
        if (trim == '~') {
            return Blanks.skipInLine(code, at);
        }
        return newline && charAt(at) == '\n' ? at + 1 : at;
    }

    char charAt(int position) {
        return position < code.length() ? code.charAt(position) : 0;
    }
}
