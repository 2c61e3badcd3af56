// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.edgegateway.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The known members of a JSON object; the others are checked and forgotten. */
record JsonBody(Map<String, Value> members) {

    private static final int DEPTH = 64;

    /** Names and values; the parser keeps every name until its object ends, which takes a multiple of the body. */
    private static final int MOST_TOKENS = 200_000;

    /** Names come from strangers: they are kept in no table that lives on. */
    static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxTokenCount(MOST_TOKENS)
                    .build())
            .build();

    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        /** An object or array, as it was sent. */
        DOCUMENT
    }

    record Value(Kind kind, String text) {}

    static JsonBody parse(byte[] body, Set<String> known) throws MalformedJsonException {
        String text = decode(body);
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedJsonException("The body is not a JSON object.");
            }
            Map<String, Value> members = new HashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                Optional<Value> value = value(parser, text);
                if (known.contains(name)) {
                    value.ifPresent(it -> members.put(name, it));
                }
            }
            if (parser.nextToken() != null) {
                throw new MalformedJsonException("The body goes on after the JSON object.");
            }
            return new JsonBody(members);
        } catch (StreamConstraintsException e) {
            throw new MalformedJsonException(tooMuch(e));
        } catch (JsonProcessingException e) {
            throw new MalformedJsonException(reason(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when it is absent or null. */
    Optional<Value> member(String name) {
        return Optional.ofNullable(members.get(name));
    }

    private static Optional<Value> value(JsonParser parser, String text) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> Optional.of(new Value(Kind.TEXT, parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(new Value(Kind.NUMBER, parser.getText()));
            case VALUE_TRUE, VALUE_FALSE -> Optional.of(new Value(Kind.BOOLEAN, parser.getText()));
            case START_OBJECT, START_ARRAY -> Optional.of(new Value(Kind.DOCUMENT, document(parser, text)));
            default -> Optional.empty();
        };
    }

    /** Cut out of the text, so that no number and no order changes. */
    private static String document(JsonParser parser, String text) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        return text.substring(start, (int) parser.currentLocation().getCharOffset());
    }

    private static String decode(byte[] body) throws MalformedJsonException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedJsonException("The body has bytes that are not UTF-8.");
        }
    }

    private static String tooMuch(StreamConstraintsException e) {
        return e.getOriginalMessage().startsWith("Token count")
                ? "The JSON has more than " + MOST_TOKENS + " names and values."
                : "The JSON is nested deeper than " + DEPTH + " levels, or has a name or number that is too long.";
    }

    private static String reason(JsonProcessingException e) {
        String what = e.getOriginalMessage().startsWith("Duplicate ") ? "has a name twice" : "is not valid JSON";
        JsonLocation at = e.getLocation();
        return "The body " + what + " at line " + at.getLineNr() + ", column " + at.getColumnNr() + ".";
    }
}
