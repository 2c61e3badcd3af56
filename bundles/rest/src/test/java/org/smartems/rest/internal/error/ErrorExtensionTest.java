// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.InternalServerErrorException;
import javax.ws.rs.NotAllowedException;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.NotSupportedException;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.PlatformException;
import org.smartems.api.error.ValidationException;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.resource.ConflictException;
import org.smartems.resource.Message;

class ErrorExtensionTest {

    private final Map<String, Object> attributes = new HashMap<>(Map.of("org.smartems.http.requestId", "request-1"));
    private final ErrorExtension errors = new ErrorExtension(request());

    @ParameterizedTest
    @EnumSource
    void categoryIsTheStatus(ErrorCategory category) {
        Response answer = errors.toResponse(new PlatformException(category, "someCode", "Some message"));
        assertThat(answer.getStatus()).isEqualTo(category.status());
        assertThat(answer.getMediaType()).isEqualTo(MediaType.APPLICATION_JSON_TYPE);
        if (category != ErrorCategory.CONFLICT) {
            assertThat(answer.getEntity())
                    .isEqualTo(new ErrorBody(category.status(), "Some message", "request-1", null, null));
        }
    }

    @Test
    void conflictNamesEveryReasonAndTheWorstOfThem() {
        Message warning = new Message("validation.first", Map.of("line", 3), Message.Severity.WARNING);
        Response answer = errors.toResponse(new ConflictException(List.of(warning)));
        assertThat(answer.getEntity())
                .hasToString("{\"code\":409,\"message\":\"validation.first\",\"severity\":\"warning\","
                        + "\"requestId\":\"request-1\",\"errors\":[{\"message\":\"validation.first\","
                        + "\"parameters\":{\"line\":3},\"severity\":\"warning\"}]}");
        PlatformException plain = new PlatformException(ErrorCategory.CONFLICT, "batch.device.x", "Some message");
        assertThat(errors.toResponse(plain).getEntity().toString())
                .contains("\"severity\":\"error\"", "batch.device.x");
    }

    @Test
    void denialNamesItsLabel() {
        PlatformException denied =
                new PlatformException(ErrorCategory.DENIED, "deny.device.alreadyEnabled", "It is enabled");
        assertThat(errors.toResponse(denied).getEntity())
                .isEqualTo(new ErrorBody(403, "accessDenied", "request-1", "deny.device.alreadyEnabled", null));
    }

    @Test
    void findsTheMeaningBehindTheFailure() {
        PlatformException denied = new PlatformException(ErrorCategory.DENIED, "accessDenied", "accessDenied");
        Throwable wrapped = new RuntimeException(new IOException(new IllegalStateException(denied)));
        assertThat(errors.toResponse(wrapped).getStatus()).isEqualTo(403);
        assertThat(errors.toResponse(new WebApplicationException(wrapped)).getStatus())
                .isEqualTo(403);
    }

    @Test
    void endsAlsoWhereCausesGoInACircle() {
        RuntimeException one = new RuntimeException("one");
        one.initCause(new RuntimeException("other", one));
        assertThat(errors.toResponse(one).getStatus()).isEqualTo(500);
    }

    @Test
    void namesTheFieldsOfInvalidInput() throws Exception {
        Response answer =
                errors.toResponse(new ValidationException(List.of(FieldError.of("name", "validation.required"))));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(json(answer))
                .isEqualTo("{\"code\":400,\"message\":\"validation.failed\",\"requestId\":\"request-1\","
                        + "\"errors\":{\"children\":{\"name\":{\"errors\":["
                        + "{\"message\":\"validation.required\",\"parameters\":{}}]}}}}");
    }

    @Test
    void askToComeBackWhenTheDatabaseIsAway() throws Exception {
        SQLException cause = new SQLException("connection to 10.0.0.1 refused", "08001");
        Response answer =
                errors.toResponse(new RuntimeException(new DatabaseUnavailable("The database is away", cause)));
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
        assertThat(json(answer)).contains("The database is away").doesNotContain("10.0.0.1");
    }

    @Test
    void saysHowLongToWaitWhenThrottled() {
        Response answer = errors.toResponse(new PlatformException(ErrorCategory.THROTTLED, "tooManyRequests", "x"));
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeaderString("Retry-After")).isEqualTo("60");
    }

    @Test
    void namesTheSchemeWhenNobodyIsLoggedIn() {
        Response answer = errors.toResponse(new PlatformException(ErrorCategory.UNAUTHENTICATED, "tokenMissing", "x"));
        assertThat(answer.getHeaderString("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void tellsNothingOfAnUnknownFailure() throws Exception {
        Throwable failure = new IllegalStateException(
                "select secret from platform_user in /opt/smartems/etc/master.key",
                new SQLException("relation \"secret\" does not exist"));
        for (Throwable one : List.of(failure, new StackOverflowError("deep"), new NullPointerException())) {
            Response answer = errors.toResponse(one);
            assertThat(answer.getStatus()).isEqualTo(500);
            assertThat(json(answer))
                    .isEqualTo("{\"code\":500,\"message\":\"Internal error\",\"requestId\":\"request-1\"}");
        }
    }

    @Test
    void tellsNothingOfAFailureInsideJaxRs() throws Exception {
        Response answer = errors.toResponse(new InternalServerErrorException("org.apache.cxf.Secret in /opt"));
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(json(answer)).doesNotContain("cxf").doesNotContain("/opt").contains("Internal Server Error");
    }

    @Test
    void brokenJsonIsTheFaultOfTheClient() throws Exception {
        Response answer = errors.toResponse(new JsonParseException(null, "Unexpected character in [Source: (String)"));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(json(answer)).contains("The body is not valid JSON").doesNotContain("Source");
    }

    @Test
    void bodyThatTheFrontCutOffIsToldByItsStatus() {
        attributes.put("org.smartems.http.bodyRefused", 413);
        assertThat(errors.toResponse(new JsonParseException(null, "Unexpected end"))
                        .getStatus())
                .isEqualTo(413);
        attributes.put("org.smartems.http.bodyRefused", 408);
        assertThat(errors.toResponse(new IOException("cut")).getStatus()).isEqualTo(408);
    }

    @Test
    void refusalsOfJaxRsKeepStatusAndAllow() {
        assertThat(errors.toResponse(new NotFoundException()).getStatus()).isEqualTo(404);
        assertThat(errors.toResponse(new NotSupportedException()).getStatus()).isEqualTo(415);
        Response answer = errors.toResponse(new NotAllowedException("GET", new String[] {"POST"}));
        assertThat(answer.getStatus()).isEqualTo(405);
        assertThat(answer.getHeaderString("Allow")).contains("GET").contains("POST");
        assertThat(answer.getEntity()).isInstanceOf(ErrorBody.class);
    }

    @Test
    void everyErrorHasARequestId() {
        attributes.clear();
        ErrorBody body = (ErrorBody) errors.toResponse(new NotFoundException()).getEntity();
        assertThat(body.requestId()).hasSize(36);
    }

    private static String json(Response answer) throws Exception {
        return new ObjectMapper().writeValueAsString(answer.getEntity());
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ErrorExtensionTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getAttribute");
                    return attributes.get((String) arguments[0]);
                });
    }
}
