// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Spectral judges the descriptions of the REST API that a server hands out. */
@ExtendWith(SharedServer.class)
class OpenApiOracle {

    private static final String ROOT = "/web/doc/";

    @TempDir
    private Path directory;

    private Api api;
    private Http admin;
    private Http operator;

    @BeforeEach
    void logIn(Server server) throws Exception {
        Database database = Database.embeddedIn(server);
        api = Api.of(server).elsewhere();
        admin = as(database.newUser(), server.password());
        String name = database.newUser();
        database.update("update platform_user set role_admin = false, role_smartems = true where username = ?", name);
        operator = as(name, server.password());
    }

    private Http as(String username, String password) throws IOException {
        return api.http().bearer(api.session(username, password).text("token"));
    }

    @Test
    void spectralFindsNothingInTheDocumentOfAnyArea() throws Exception {
        Map<String, Http> readers = Map.of("admin", admin, "smartems", operator, "authenticationData", operator);
        List<String> words = new ArrayList<>(List.of("bash", "openapi/lint.sh"));
        for (Map.Entry<String, Http> reader : readers.entrySet()) {
            for (String format : List.of(".yaml", ".json")) {
                String file = reader.getKey() + format;
                Answer answer = reader.getValue().get(ROOT + file);
                assertThat(answer.status()).as(file).isEqualTo(200);
                words.add(Files.writeString(directory.resolve(file), answer.body())
                        .toString());
            }
        }
        Command lint = Command.run(words.toArray(String[]::new));
        assertThat(lint.status()).as(lint.output()).isZero();
    }

    @Test
    void spectralFindsAFault() throws Exception {
        String yaml = operator.get(ROOT + "smartems.yaml").body().replace("bearerFormat: JWT", "scheme2: JWT");
        Path file = Files.writeString(directory.resolve("broken.yaml"), yaml.replaceFirst("operationId: .*", ""));
        assertThat(Command.run("bash", "openapi/lint.sh", file.toString()).status())
                .isNotZero();
    }

    @Test
    void nobodyAndOthersAreRefused() throws Exception {
        Errors.assertPlain(api.http().get(ROOT + "admin.yaml"), 401, "JWT Token not found");
        Errors.assertPlain(operator.get(ROOT + "admin.yaml"), 403, "accessDenied");
        Errors.assertPlain(admin.get(ROOT + "vpnsecuritysuite.yaml"), 403, "accessDenied");
        Errors.assertPlain(admin.get(ROOT + "nothing.yaml"), 404, "Not Found");
        Answer page = api.http().get(ROOT + "admin");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("admin.yaml").doesNotContain("<script");
    }
}
