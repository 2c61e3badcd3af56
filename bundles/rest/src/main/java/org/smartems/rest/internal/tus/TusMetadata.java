// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.tus;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client says of its file.
 *
 * @param header as it was sent
 * @param values by key, decoded
 */
record TusMetadata(String header, Map<String, String> values) {

    private static final Pattern PAIR = Pattern.compile("([!-+\\--~]+)(?: +([A-Za-z0-9+/]*={0,2}))?");
    private static final Pattern PURPOSE = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final int LONGEST_NAME = 1024;

    static TusMetadata of(String header) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!header.isEmpty()) {
            for (String pair : header.split(",", -1)) {
                Matcher matcher = PAIR.matcher(pair.strip());
                if (!matcher.matches()) {
                    throw TusRequest.invalid("Upload-Metadata: must be pairs of a key and a value in Base64");
                }
                if (values.putIfAbsent(matcher.group(1), decoded(matcher.group(2))) != null) {
                    throw TusRequest.invalid("Upload-Metadata: names a key twice");
                }
            }
        }
        return new TusMetadata(header, values);
    }

    private static String decoded(String value) {
        try {
            return value == null ? "" : new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw TusRequest.invalid("Upload-Metadata: a value is no Base64");
        }
    }

    /** As people read it; never a path. */
    String fileName() {
        String name = values.getOrDefault("filename", values.getOrDefault("name", ""));
        StringBuilder readable = new StringBuilder();
        name.codePoints()
                .filter(character -> !Character.isISOControl(character))
                .limit(LONGEST_NAME)
                .forEach(readable::appendCodePoint);
        return readable.toString().strip();
    }

    Optional<String> purpose() {
        Optional<String> purpose = Optional.ofNullable(values.get("purpose"));
        if (purpose.isPresent() && !PURPOSE.matcher(purpose.get()).matches()) {
            throw TusRequest.invalid("Upload-Metadata: purpose must be 1 to 64 letters, digits or hyphens");
        }
        return purpose;
    }
}
