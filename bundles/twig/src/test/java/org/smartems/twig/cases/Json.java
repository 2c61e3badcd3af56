// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the variables of cases. One object reads one text. */
final class Json {

    private final String text;
    private int position;

    private Json(String text) {
        this.text = text;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String text) {
        return (Map<String, Object>) new Json(text).value();
    }

    private Object value() {
        char c = next();
        return switch (c) {
            case '{' -> map();
            case '[' -> list();
            case '"' -> string();
            case 't', 'f', 'n' -> word();
            default -> number();
        };
    }

    private char next() {
        while (Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        return text.charAt(position);
    }

    private boolean take(char c) {
        boolean there = next() == c;
        position += there ? 1 : 0;
        return there;
    }

    private Map<String, Object> map() {
        Map<String, Object> map = new LinkedHashMap<>();
        position++;
        while (!take('}')) {
            next();
            String key = string();
            take(':');
            map.put(key, value());
            take(',');
        }
        return map;
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        position++;
        while (!take(']')) {
            list.add(value());
            take(',');
        }
        return list;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        position++;
        while (text.charAt(position) != '"') {
            char c = text.charAt(position++);
            string.append(c == '\\' ? escape(text.charAt(position++)) : c);
        }
        position++;
        return string.toString();
    }

    private char escape(char c) {
        if (c == 'u') {
            position += 4;
            return (char) Integer.parseInt(text.substring(position - 4, position), 16);
        }
        int name = "nrtbf".indexOf(c);
        return name < 0 ? c : "\n\r\t\b\f".charAt(name);
    }

    private Object word() {
        for (String word : List.of("true", "false", "null")) {
            if (text.startsWith(word, position)) {
                position += word.length();
                return word.equals("null") ? null : (Object) word.equals("true");
            }
        }
        throw new IllegalArgumentException(text);
    }

    private Object number() {
        int start = position;
        while (position < text.length() && "+-.eE0123456789".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
        String number = text.substring(start, position);
        return number.matches("-?\\d{1,19}") ? (Object) Long.valueOf(number) : (Object) Double.valueOf(number);
    }
}
