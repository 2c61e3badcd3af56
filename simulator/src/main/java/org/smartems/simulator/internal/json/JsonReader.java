// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259), strictly: objects become maps in the order of their members, arrays lists, numbers BigDecimal.
 * Members named twice are refused.
 */
public final class JsonReader {

    private static final int MAX_DEPTH = 200;
    private static final int MAX_NUMBER = 400;

    private final String text;
    private int position;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    /** One value and nothing else; null for the JSON null. */
    public static Object read(String text) throws JsonException {
        JsonReader reader = new JsonReader(text);
        Object value = reader.value();
        reader.skipSpace();
        if (reader.position < text.length()) {
            throw reader.failure("more than one value");
        }
        return value;
    }

    private Object value() throws JsonException {
        skipSpace();
        switch (peek()) {
            case '{':
                return nested(this::object);
            case '[':
                return nested(this::array);
            case '"':
                return string();
            case 't':
                return word("true", Boolean.TRUE);
            case 'f':
                return word("false", Boolean.FALSE);
            case 'n':
                return word("null", null);
            default:
                return number();
        }
    }

    @FunctionalInterface
    private interface Part {
        Object read() throws JsonException;
    }

    private Object nested(Part part) throws JsonException {
        if (++depth > MAX_DEPTH) {
            throw failure("more than " + MAX_DEPTH + " levels");
        }
        position++;
        Object value = part.read();
        depth--;
        return value;
    }

    private Map<String, Object> object() throws JsonException {
        Map<String, Object> members = new LinkedHashMap<>();
        if (ends('}')) {
            return members;
        }
        do {
            skipSpace();
            String name = string();
            if (members.containsKey(name)) {
                throw failure("the member " + name + " comes twice");
            }
            skipSpace();
            expect(':');
            members.put(name, value());
        } while (another('}'));
        return members;
    }

    private List<Object> array() throws JsonException {
        List<Object> items = new ArrayList<>();
        if (ends(']')) {
            return items;
        }
        do {
            items.add(value());
        } while (another(']'));
        return items;
    }

    private boolean ends(char end) throws JsonException {
        skipSpace();
        if (peek() != end) {
            return false;
        }
        position++;
        return true;
    }

    private boolean another(char end) throws JsonException {
        if (ends(end)) {
            return false;
        }
        expect(',');
        return true;
    }

    private String string() throws JsonException {
        expect('"');
        StringBuilder value = new StringBuilder();
        while (true) {
            char next = peek();
            position++;
            if (next == '"') {
                return value.toString();
            }
            if (next < ' ') {
                throw failure("a control character in a string");
            }
            value.append(next == '\\' ? escaped() : next);
        }
    }

    private char escaped() throws JsonException {
        char kind = peek();
        position++;
        switch (kind) {
            case '"', '\\', '/':
                return kind;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                return unicode();
            default:
                throw failure("an unknown escape");
        }
    }

    private char unicode() throws JsonException {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw failure("an unknown escape");
            }
            position++;
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private BigDecimal number() throws JsonException {
        int from = position;
        if (peek() == '-') {
            position++;
        }
        boolean zero = peek() == '0';
        int digits = digits();
        if (digits == 0 || zero && digits > 1) {
            throw failure("no value");
        }
        if (at('.') && digits() == 0) {
            throw failure("no digit after the point");
        }
        if (at('e') || at('E')) {
            if (!at('+')) {
                at('-');
            }
            if (digits() == 0) {
                throw failure("no digit in the exponent");
            }
        }
        if (position - from > MAX_NUMBER) {
            throw failure("a number too long");
        }
        try {
            return new BigDecimal(text.substring(from, position));
        } catch (NumberFormatException e) {
            throw failure("a number too large");
        }
    }

    private int digits() {
        int from = position;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            position++;
        }
        return position - from;
    }

    private boolean at(char wanted) {
        boolean there = position < text.length() && text.charAt(position) == wanted;
        position += there ? 1 : 0;
        return there;
    }

    private Object word(String word, Object value) throws JsonException {
        if (!text.startsWith(word, position)) {
            throw failure("no value");
        }
        position += word.length();
        return value;
    }

    private void expect(char wanted) throws JsonException {
        if (peek() != wanted) {
            throw failure("no " + wanted);
        }
        position++;
    }

    private char peek() throws JsonException {
        if (position >= text.length()) {
            throw failure("the end too early");
        }
        return text.charAt(position);
    }

    private void skipSpace() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private JsonException failure(String what) {
        return new JsonException(what + " at position " + position);
    }
}
