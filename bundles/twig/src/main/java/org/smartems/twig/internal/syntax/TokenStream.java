// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.syntax;

import java.util.List;
import org.smartems.twig.internal.syntax.Token.Kind;
import org.smartems.twig.internal.value.Fault;

/** The tokens of a template, read one after the other. */
final class TokenStream {

    private final List<Token> tokens;
    private int position;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token current() {
        return tokens.get(position);
    }

    /** A token ahead; the last one when there are no more. */
    Token look(int ahead) {
        return tokens.get(Math.max(0, Math.min(position + ahead, tokens.size() - 1)));
    }

    Token next() {
        Token token = current();
        if (position + 1 >= tokens.size()) {
            throw Fault.syntax("Unexpected end of template.", token.line());
        }
        position++;
        return token;
    }

    boolean isEnd() {
        return current().is(Kind.END);
    }

    boolean test(Kind kind, String text) {
        return current().is(kind, text);
    }

    boolean testPunctuation(String text) {
        return test(Kind.PUNCTUATION, text);
    }

    /** Takes the token when it is that one. */
    boolean skip(Kind kind, String text) {
        if (!test(kind, text)) {
            return false;
        }
        next();
        return true;
    }

    boolean skipPunctuation(String text) {
        return skip(Kind.PUNCTUATION, text);
    }

    boolean skipName(String text) {
        return skip(Kind.NAME, text);
    }

    Token expect(Kind kind) {
        return expect(kind, null, null);
    }

    Token expect(Kind kind, String text) {
        return expect(kind, text, null);
    }

    /** Takes the token, which has to be that one. */
    Token expect(Kind kind, String text, String message) {
        Token token = current();
        if (token.kind() == kind && (text == null || text.equals(token.value()))) {
            return next();
        }
        throw unexpected(kind, text, message);
    }

    Fault unexpected(Kind kind) {
        return unexpected(kind, null, null);
    }

    private Fault unexpected(Kind kind, String text, String message) {
        Token token = current();
        String value = token.shown();
        return Fault.syntax(
                (message == null ? "" : message + ". ")
                        + "Unexpected token \"" + token.kind().english() + "\""
                        + (value.isEmpty() ? "" : " of value \"" + value + "\"")
                        + " (\"" + kind.english() + "\" expected"
                        + (text == null ? "" : " with value \"" + text + "\"") + ").",
                token.line());
    }

    void expectPunctuation(String text, String message) {
        expect(Kind.PUNCTUATION, text, message);
    }

    void expectBlockEnd() {
        expect(Kind.BLOCK_END);
    }
}
