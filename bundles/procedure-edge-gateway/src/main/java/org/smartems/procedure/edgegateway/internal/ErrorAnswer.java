// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.edgegateway.internal;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.smartems.api.error.FieldError;
import org.smartems.spi.procedure.DeviceResponse;

/** Answers that are an error and nothing else. */
final class ErrorAnswer {

    private static final Map<String, String> TEXTS = Map.of(
            "validation.required", "must not be empty",
            "validation.lengthMax", "must have at most {limit} characters",
            "validation.type", "must be of type {expected}",
            "validation.enum", "must be one of {choices}",
            "validation.regex", "has characters that are not allowed");

    private ErrorAnswer() {}

    static DeviceResponse of(String text) {
        return DeviceResponse.json("{\"error\":" + quoted(text) + "}");
    }

    /** A text in JSON. */
    static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    static DeviceResponse invalid(String reason) {
        return of("Invalid request\n" + reason);
    }

    static DeviceResponse invalid(List<FieldError> errors) {
        return invalid(errors.stream()
                .map(error -> "Error at field " + member(error) + ": " + text(error))
                .collect(Collectors.joining("\n")));
    }

    /** The platform knows slots, a gateway has one firmware. */
    private static String member(FieldError error) {
        return error.path().equals("firmwareVersion1") ? "firmwareVersion" : error.path();
    }

    /** A text whose parameter is missing would puzzle its reader. */
    private static String text(FieldError error) {
        String text = TEXTS.getOrDefault(error.message(), error.message());
        for (Map.Entry<String, Object> parameter : error.parameters().entrySet()) {
            text = text.replace("{" + parameter.getKey() + "}", String.valueOf(parameter.getValue()));
        }
        return text.indexOf('{') < 0 ? text : "is not valid";
    }
}
