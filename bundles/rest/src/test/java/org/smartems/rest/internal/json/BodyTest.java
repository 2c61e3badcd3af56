// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.PlatformException;
import org.smartems.api.error.ValidationException;

class BodyTest {

    private static final Set<String> MEMBERS = Set.of("name", "secret");

    @Test
    void readsTexts() throws Exception {
        Body body = body("{\"name\": \" anna \", \"secret\": null}");
        assertThat(body.required("name", 6)).isEqualTo(" anna ");
        assertThat(body.optional("name", 6)).isEqualTo(" anna ");
        assertThat(body.optional("secret", 6)).isNull();
    }

    @Test
    void noBodyIsAnEmptyObject() {
        for (JsonNode none : new JsonNode[] {null, NullNode.instance, MissingNode.getInstance()}) {
            assertThat(Body.of(none, MEMBERS).optional("name", 10)).isNull();
        }
    }

    @Test
    void lenientIgnoresMembersThatNobodyKnows() throws Exception {
        Body body = Body.lenient(JsonExtension.parse("{\"name\": \"anna\", \"remember\": {\"me\": true}}"));
        assertThat(body.required("name", 6)).isEqualTo("anna");
        assertMalformed(() -> Body.lenient(JsonExtension.parse("[]")), "object");
        assertThat(Body.lenient(null).optional("name", 6)).isNull();
    }

    @Test
    void namesTheMemberThatNoColumnCanHold() throws Exception {
        Body body = body("{\"name\": \"a\\u0000\"}");
        assertMalformed(() -> body.required("name", 10), "\"name\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "1", "true", "[{\"name\": \"anna\"}]"})
    void refusesWhatIsNoObject(String json) {
        assertMalformed(() -> body(json), "object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\": null}", "{\"name\": \"\"}"})
    void namesTheMemberThatIsMissing(String json) throws Exception {
        Body body = body(json);
        assertMalformed(() -> body.required("name", 10), "\"name\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "{}", "[\"anna\"]", "1.5"})
    void namesTheMemberThatIsNoText(String value) throws Exception {
        Body body = body("{\"name\": " + value + "}");
        assertMalformed(() -> body.required("name", 10), "\"name\"");
        assertMalformed(() -> body.optional("name", 10), "\"name\"");
    }

    @Test
    void namesTheMemberThatIsTooLongButNotItsValue() throws Exception {
        Body body = body("{\"secret\": \"12345\"}");
        assertThat(body.optional("secret", 5)).isEqualTo("12345");
        assertMalformed(() -> body.optional("secret", 4), "\"secret\"");
        assertThatThrownBy(() -> body.optional("secret", 4)).hasMessageNotContaining("12345");
    }

    @Test
    void namesEveryMemberThatIsNotAllowed() {
        assertThatThrownBy(() -> body("{\"a\": 1, \"name\": \"anna\", \"b\": 2}"))
                .isInstanceOfSatisfying(ValidationException.class, invalid -> {
                    FieldError error = invalid.errors().get(0);
                    assertThat(error.path()).isEmpty();
                    assertThat(error.message()).isEqualTo("validation.extraFields");
                    assertThat(error.parameters()).isEqualTo(Map.of("fields", "a, b"));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": 1, \"name\": 2}", "{} {}", "{\"name\": }", "{'name': 1}", "{\"name\": NaN}"})
    void jsonIsReadStrictly(String json) {
        assertMalformed(() -> JsonExtension.parse(json), "The body is not valid JSON");
        assertThatThrownBy(() -> JsonExtension.mapper().readTree(json)).isInstanceOf(JacksonException.class);
    }

    @Test
    void deepNestingIsRefused() throws Exception {
        body("{\"name\":" + "[".repeat(63) + "]".repeat(63) + "}");
        assertMalformed(() -> body("{\"name\":" + "[".repeat(64) + "]".repeat(64) + "}"), "not valid JSON");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "\r\n", "null"})
    void missingTextIsNoBody(String text) {
        assertThat(Body.of(JsonExtension.parse(text), MEMBERS).optional("name", 10))
                .isNull();
    }

    @Test
    void mapperLeavesOutNull() throws Exception {
        assertThat(JsonExtension.mapper().writeValueAsString(new Pair("a", null)))
                .isEqualTo("{\"one\":\"a\"}");
    }

    private record Pair(String one, String other) {}

    private static Body body(String json) throws Exception {
        return Body.of(JsonExtension.parse(json), MEMBERS);
    }

    private static void assertMalformed(ThrowingCallable work, String part) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(PlatformException.class, refusal -> assertThat(refusal.category())
                        .isEqualTo(ErrorCategory.INVALID))
                .hasMessageContaining(part);
    }
}
