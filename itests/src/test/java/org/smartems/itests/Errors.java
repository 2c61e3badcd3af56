// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** The one form of every refusal. */
final class Errors {

    private Errors() {}

    /** Code, message and the id of the request; nothing else, no matter what went wrong. */
    static JsonNode assertPlain(Answer answer, int status) {
        JsonNode json = assertForm(answer, status);
        assertThat(json.fieldNames()).toIterable().containsExactlyInAnyOrder("code", "message", "requestId");
        return json;
    }

    static void assertPlain(Answer answer, int status, String message) {
        JsonNode json = assertPlain(answer, status);
        assertThat(json.get("message").textValue()).isEqualTo(message);
    }

    /** The errors of the fields as well; those of the root are at "". */
    static void assertRule(Answer answer, String field, String rule) {
        JsonNode json = assertForm(answer, 400);
        JsonNode node = json.path("errors");
        JsonNode errors = field.isEmpty() ? node : node.path("children").path(field);
        assertThat(errors.path("errors").findValuesAsText("message"))
                .as(answer.body())
                .contains(rule);
    }

    private static JsonNode assertForm(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        JsonNode json = answer.json();
        assertThat(json.path("code").intValue()).as(answer.body()).isEqualTo(status);
        assertThat(json.path("code").isInt()).isTrue();
        assertThat(json.path("message").isTextual()).as(answer.body()).isTrue();
        assertThat(json.path("requestId").textValue()).isNotBlank().isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.body()).doesNotContain("org.smartems", "Exception", "\tat ");
        return json;
    }
}
