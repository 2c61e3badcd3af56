// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;

/** JSON in and out: null members are left out, a member named twice or a nesting beyond 64 levels is refused. */
public final class JsonExtension extends JacksonJsonProvider {

    private static final int MAXIMUM_DEPTH = 64;
    private static final ObjectMapper MAPPER = mapper();

    /** With the mapper of the API. */
    public JsonExtension() {
        super(MAPPER);
    }

    /**
     * Reads a body that came as text because it need not be there.
     *
     * @throws PlatformException when there is one and it is not JSON
     */
    public static JsonNode parse(String text) {
        try {
            return text == null || text.isBlank() ? null : MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new PlatformException(ErrorCategory.INVALID, "malformed", "The body is not valid JSON", e);
        }
    }

    static ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAXIMUM_DEPTH)
                        .maxStringLength(16 << 20)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        return JsonMapper.builder(factory)
                .defaultPropertyInclusion(JsonInclude.Value.ALL_NON_NULL)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
