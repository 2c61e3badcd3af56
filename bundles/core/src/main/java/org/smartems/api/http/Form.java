// SPDX-License-Identifier: Apache-2.0
package org.smartems.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The members of a body or query in {@code application/x-www-form-urlencoded}; immutable. */
@ProviderType
public final class Form {

    private static final int MOST_MEMBERS = 1000;

    private final Map<String, String> members;

    private Form(Map<String, String> members) {
        this.members = members;
    }

    /**
     * Reads a body as a form, whatever its content type says.
     *
     * @param body as sent
     * @return the members; of several with one name the last
     * @throws MalformedFormException for a broken escape, bytes that are not UTF-8, or more than 1,000 members
     */
    public static Form parse(byte[] body) throws MalformedFormException {
        Map<String, String> members = new HashMap<>();
        int count = 0;
        for (int start = 0; start < body.length; ) {
            int end = indexOf(body, '&', start, body.length);
            if (end > start) {
                if (++count > MOST_MEMBERS) {
                    throw new MalformedFormException("more than " + MOST_MEMBERS + " members");
                }
                int equals = indexOf(body, '=', start, end);
                members.put(decode(body, start, equals), decode(body, Math.min(equals + 1, end), end));
            }
            start = end + 1;
        }
        return new Form(members);
    }

    /**
     * A member.
     *
     * @param name in its exact case
     * @return empty when it was not sent; an empty text when it was sent without a value
     */
    public Optional<String> value(String name) {
        return Optional.ofNullable(members.get(name));
    }

    private static int indexOf(byte[] body, char wanted, int from, int to) {
        int i = from;
        while (i < to && body[i] != wanted) {
            i++;
        }
        return i;
    }

    private static String decode(byte[] body, int from, int to) throws MalformedFormException {
        ByteBuffer bytes = ByteBuffer.allocate(to - from);
        for (int i = from; i < to; i++) {
            if (body[i] == '%') {
                bytes.put(escaped(body, i, to));
                i += 2;
            } else {
                bytes.put(body[i] == '+' ? (byte) ' ' : body[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedFormException("bytes that are not UTF-8");
        }
    }

    private static byte escaped(byte[] body, int percent, int to) throws MalformedFormException {
        int high = percent + 2 < to ? Character.digit(body[percent + 1], 16) : -1;
        int low = percent + 2 < to ? Character.digit(body[percent + 2], 16) : -1;
        if (high < 0 || low < 0) {
            throw new MalformedFormException("a broken escape");
        }
        return (byte) (high << 4 | low);
    }
}
