// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.security.PermitAll;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import org.junit.jupiter.api.Test;
import org.smartems.resource.Permission;
import org.smartems.resource.Requester;
import org.smartems.rest.internal.authentication.AnonymousResource;
import org.smartems.rest.internal.authentication.AuthenticatedResource;
import org.smartems.rest.internal.authentication.AuthenticationResource;

/** What is written by hand of the log in says what is served. */
class SessionDocumentTest {

    private static final List<Class<?>> SERVED =
            List.of(AnonymousResource.class, AuthenticatedResource.class, AuthenticationResource.class);

    private static JsonNode document() {
        Requester nobody = new Requester(1, "reader", EnumSet.noneOf(Permission.class));
        return new OpenApi("https://ems.test", List.of()).document(Area.AUTHENTICATION, nobody);
    }

    private static Set<String> served(boolean onlyOpen) {
        Set<String> calls = new TreeSet<>();
        for (Class<?> resource : SERVED) {
            for (Method method : resource.getMethods()) {
                Path path = method.getAnnotation(Path.class);
                boolean counts = !onlyOpen || method.isAnnotationPresent(PermitAll.class);
                if (path != null && counts) {
                    String root = "/" + resource.getAnnotation(Path.class).value() + "/";
                    assertThat(method.isAnnotationPresent(GET.class) || method.isAnnotationPresent(POST.class))
                            .isTrue();
                    calls.add((method.isAnnotationPresent(GET.class) ? "get " : "post ") + root + path.value());
                }
            }
        }
        return calls;
    }

    private static Set<String> described(boolean onlyOpen) {
        Set<String> calls = new TreeSet<>();
        document().path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> {
                    if (!onlyOpen || operation.getValue().has("security")) {
                        calls.add(operation.getKey() + " " + path.getKey());
                    }
                }));
        return calls;
    }

    @Test
    void describesEveryCallThatIsServed() {
        assertThat(described(false)).isEqualTo(served(false));
    }

    @Test
    void tellsWhichOnesNeedNoToken() {
        assertThat(described(true)).isEqualTo(served(true));
    }
}
