// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartems.api.error.FieldError;

class ErrorBodyTest {

    @Test
    void errorsOfAFieldAreItsChild() throws Exception {
        assertThat(json(
                        FieldError.of("name", "validation.required"),
                        FieldError.of("name", "validation.lengthMin").with("limit", 8),
                        FieldError.of("other", "validation.ip")))
                .isEqualTo("{\"children\":{\"name\":{\"errors\":["
                        + "{\"message\":\"validation.required\",\"parameters\":{}},"
                        + "{\"message\":\"validation.lengthMin\",\"parameters\":{\"limit\":8}}]},"
                        + "\"other\":{\"errors\":[{\"message\":\"validation.ip\",\"parameters\":{}}]}}}");
    }

    @Test
    void errorsOfTheWholeInputAreAtTheRoot() throws Exception {
        assertThat(json(FieldError.of("", "validation.extraFields").with("fields", "a, b")))
                .isEqualTo("{\"errors\":[{\"message\":\"validation.extraFields\","
                        + "\"parameters\":{\"fields\":\"a, b\"}}],\"children\":{}}");
    }

    @Test
    void nestedFieldsAreChildrenOfChildren() throws Exception {
        assertThat(json(FieldError.of("device.name", "validation.required")))
                .isEqualTo("{\"children\":{\"device\":{\"errors\":[],\"children\":{\"name\":{\"errors\":["
                        + "{\"message\":\"validation.required\",\"parameters\":{}}]}}}}}");
    }

    @Test
    void leavesOutWhatIsNotThere() throws Exception {
        assertThat(new ObjectMapper().writeValueAsString(new ErrorBody(404, "Not Found", "id", null, null)))
                .isEqualTo("{\"code\":404,\"message\":\"Not Found\",\"requestId\":\"id\"}");
    }

    private static String json(FieldError... errors) throws Exception {
        return new ObjectMapper().writeValueAsString(ErrorBody.tree(List.of(errors)));
    }
}
