// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.smartems.spi.health.HealthCheck;

class EmbeddedPostgresTest {

    @TempDir
    Path directory;

    private final Map<String, Object> services = new ConcurrentHashMap<>();

    @Test
    void theDatabaseIsOfferedWhenItAnswersAndWithdrawnAtTheStop() throws Exception {
        Path old = Files.createDirectories(directory.resolve("home/pgsql-16.1.0/bin"));
        EmbeddedPostgres component = new EmbeddedPostgres(context(), config("", Servers.freePort()));
        try {
            HealthCheck check = (HealthCheck) services.get(HealthCheck.class.getName());
            assertThat(check.check().reason()).isEqualTo("PostgreSQL is starting");
            assertThat(services).doesNotContainKey(DataSource.class.getName());
            Servers.await("data source", () -> services.containsKey(DataSource.class.getName()));
            assertThat(check.check().isUp()).isTrue();
            DataSource source = (DataSource) services.get(DataSource.class.getName());
            assertThat(Servers.text(source, "show server_version_num")).startsWith("1700");
            Servers.await("end of the old programs", () -> !Files.exists(old.getParent()));
        } finally {
            component.stop();
        }
        assertThat(services).isEmpty();
    }

    @Test
    void nothingHappensWithAnExternalDatabase() throws Exception {
        EmbeddedPostgres component =
                new EmbeddedPostgres(context(), config("jdbc:postgresql://db/smartems", Servers.freePort()));
        assertThat(services).isEmpty();
        component.stop();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aStopDuringTheStartLeavesNothing() throws Exception {
        EmbeddedPostgres component = new EmbeddedPostgres(context(), config("", Servers.freePort()));
        component.stop();
        assertThat(services).isEmpty();
    }

    @Test
    void otherPlatformsAreTold() {
        assertThatThrownBy(() -> PackedBinaries.archive("Mac OS X", "aarch64"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("configure an external database");
        assertThatThrownBy(() -> PackedBinaries.archive("Linux", "riscv64")).isInstanceOf(StartFailure.class);
    }

    @Test
    void bothPlatformsArePacked() throws Exception {
        PackedBinaries.archive("Linux", "amd64").close();
        PackedBinaries.archive("Linux", "aarch64").close();
    }

    private EmbeddedPostgres.Config config(String url, int port) {
        Map<String, Object> values = Map.of(
                "url",
                url,
                "port",
                port,
                "directory",
                directory.resolve("home").toString(),
                "runAs",
                "",
                "maxConnections",
                20);
        return proxy(EmbeddedPostgres.Config.class, (method, arguments) -> values.get(method));
    }

    private BundleContext context() {
        return proxy(BundleContext.class, (method, arguments) -> {
            assertThat(method).isEqualTo("registerService");
            String name = ((Class<?>) arguments[0]).getName();
            services.put(name, arguments[1]);
            return proxy(ServiceRegistration.class, (unregister, none) -> {
                services.remove(name);
                return null;
            });
        });
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method.getName(), arguments)));
    }
}
