// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.security.PermitAll;
import javax.annotation.security.RolesAllowed;
import javax.ws.rs.HttpMethod;
import org.junit.jupiter.api.Test;
import org.smartems.platform.authentication.Role;

/** Nothing is open because somebody forgot to close it. */
class AccessTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Set<String> OPEN = Set.of("login", "refresh", "extend", "extendByPath", "configuration");

    @Test
    void everyMethodSaysWhoMayCallIt() throws Exception {
        List<Method> methods = methods();
        assertThat(methods).hasSizeGreaterThanOrEqualTo(9);
        assertThat(methods)
                .allMatch(method ->
                        method.isAnnotationPresent(PermitAll.class) != method.isAnnotationPresent(RolesAllowed.class));
    }

    @Test
    void onlyTheseAreOpenToEverybody() throws Exception {
        assertThat(methods().stream()
                        .filter(method -> method.isAnnotationPresent(PermitAll.class))
                        .map(Method::getName))
                .containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    void everyRoleExists() throws Exception {
        for (Method method : methods()) {
            RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
            if (roles != null) {
                assertThat(roles.value()).isNotEmpty();
                Arrays.stream(roles.value()).forEach(Role::valueOf);
            }
        }
    }

    @Test
    void noResourceIsOpenAsAWhole() throws Exception {
        assertThat(resources()).noneMatch(resource -> resource.isAnnotationPresent(PermitAll.class));
    }

    private static List<Method> methods() throws Exception {
        return resources().stream()
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(AccessTest::isServed)
                .toList();
    }

    private static boolean isServed(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static List<Class<?>> resources() throws Exception {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            List<Class<?>> found = files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.replace('/', '.').substring(0, name.length() - ".class".length()))
                    .<Class<?>>map(AccessTest::load)
                    .filter(type -> type.isAnnotationPresent(javax.ws.rs.Path.class))
                    .toList();
            assertThat(found).hasSizeGreaterThanOrEqualTo(3);
            return found;
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, AccessTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
