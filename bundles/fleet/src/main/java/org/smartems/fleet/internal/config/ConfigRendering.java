// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.smartems.spi.config.ConfigException;
import org.smartems.spi.procedure.DeviceTypeInfo;

/** Makes the config of a device. */
public final class ConfigRendering {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ConfigRendering() {}

    /**
     * Renders a config.
     *
     * @param type of the device
     * @param slot of the config
     * @param config of the template version
     * @param variables all of the device
     * @return the text, not trimmed; in a slot of JSON one JSON value
     * @throws ConfigException when a variable is missing, an operation fails, the generator is not installed, or the
     *     text of a slot of JSON is none
     */
    public static String render(DeviceTypeInfo type, int slot, ConfigSnapshot config, Map<String, Object> variables)
            throws ConfigException {
        if (!type.isJson(slot)) {
            return config.render(variables);
        }
        String text = config.render(escaped(variables));
        requireJson(text);
        return text;
    }

    /** Texts go between the quotes of a JSON string as they are. */
    private static Map<String, Object> escaped(Map<String, Object> variables) {
        Map<String, Object> escaped = new LinkedHashMap<>(variables);
        escaped.replaceAll((name, value) -> value instanceof String text
                ? String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text))
                : value);
        return escaped;
    }

    private static void requireJson(String text) throws ConfigException {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isMissingNode()) {
                throw new ConfigException("The config is empty, which is no JSON", 0);
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new ConfigException("Line " + line + " of the rendered config is no JSON", 0, e);
        }
    }
}
