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
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.MessageBodyWriter;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationSelect;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsExtension;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.rest.internal.ApiApplication;

/** JSON in and out: null members are left out, a member named twice or a nesting beyond 64 levels is refused. */
@Component(service = {MessageBodyReader.class, MessageBodyWriter.class})
@JaxrsExtension
@JaxrsName(JsonExtension.NAME)
@JaxrsApplicationSelect(ApiApplication.SELECT)
public final class JsonExtension extends JacksonJsonProvider {

    /** Its name; every resource selects it, so that none is served without it. */
    public static final String NAME = "smartems-json";

    /** Selects this extension. */
    public static final String SELECT = "(osgi.jaxrs.name=" + NAME + ")";

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
