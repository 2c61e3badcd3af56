// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/** The answer to a device; immutable. */
@ProviderType
public final class DeviceResponse {

    private static final DeviceResponse EMPTY = new DeviceResponse(200, "", new byte[0]);

    private final int status;
    private final String contentType;
    private final byte[] body;

    private DeviceResponse(int status, String contentType, byte[] body) {
        this.status = status;
        this.contentType = Objects.requireNonNull(contentType, "contentType");
        this.body = body;
    }

    /**
     * 200 without a content type and a body.
     *
     * @return always the same
     */
    public static DeviceResponse empty() {
        return EMPTY;
    }

    /**
     * 200 with a text in UTF-8.
     *
     * @param contentType sent to the letter: no character set is added, no letter changed
     * @param text the body
     * @return a new answer
     */
    public static DeviceResponse text(String contentType, String text) {
        return new DeviceResponse(200, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * 200 with JSON.
     *
     * @param json a JSON document
     * @return a new answer
     */
    public static DeviceResponse json(String json) {
        return text("application/json", json);
    }

    /**
     * The same answer with another status.
     *
     * @param code of HTTP, 200 to 599
     * @return a copy
     */
    public DeviceResponse status(int code) {
        return new DeviceResponse(code, contentType, body);
    }

    /**
     * The status.
     *
     * @return of HTTP
     */
    public int status() {
        return status;
    }

    /**
     * The value of the header {@code Content-Type}.
     *
     * @return empty when none is sent
     */
    public String contentType() {
        return contentType;
    }

    /**
     * The body.
     *
     * @return a copy
     */
    public byte[] body() {
        return body.clone();
    }
}
