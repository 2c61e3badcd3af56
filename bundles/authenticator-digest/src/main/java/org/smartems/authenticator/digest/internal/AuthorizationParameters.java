// SPDX-License-Identifier: Apache-2.0
package org.smartems.authenticator.digest.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parameters of credentials: a list of name=value with tokens and quoted strings (RFC 7235 section 2.1). */
final class AuthorizationParameters {

    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private final String text;
    private int at;

    private AuthorizationParameters(String text) {
        this.text = text;
    }

    /** By name in lower case; empty when the text is no such list, or names one twice. */
    static Optional<Map<String, String>> parse(String text) {
        return new AuthorizationParameters(text).read();
    }

    private Optional<Map<String, String>> read() {
        Map<String, String> parameters = new HashMap<>();
        skipBlanksAndCommas();
        while (at < text.length()) {
            String name = token().toLowerCase(Locale.ROOT);
            skipBlanks();
            if (name.isEmpty() || !isNext('=')) {
                return Optional.empty();
            }
            at++;
            skipBlanks();
            Optional<String> value = isNext('"') ? quoted() : Optional.of(token());
            if (value.isEmpty() || parameters.put(name, value.get()) != null) {
                return Optional.empty();
            }
            skipBlanks();
            if (at < text.length() && !isNext(',')) {
                return Optional.empty();
            }
            skipBlanksAndCommas();
        }
        return Optional.of(parameters);
    }

    private Optional<String> quoted() {
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return Optional.of(value.toString());
            }
            if (c == '\\' && ++at == text.length() || isControl(text.charAt(at))) {
                return Optional.empty();
            }
            value.append(text.charAt(at));
        }
        return Optional.empty();
    }

    private String token() {
        int start = at;
        while (at < text.length() && isTokenCharacter(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean isNext(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private void skipBlanks() {
        while (isNext(' ') || isNext('\t')) {
            at++;
        }
    }

    /** Empty elements count as nothing (RFC 7230 section 7). */
    private void skipBlanksAndCommas() {
        while (isNext(' ') || isNext('\t') || isNext(',')) {
            at++;
        }
    }

    private static boolean isTokenCharacter(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || TOKEN_MARKS.indexOf(c) >= 0;
    }

    private static boolean isControl(char c) {
        return c < ' ' && c != '\t' || c == 0x7f;
    }
}
