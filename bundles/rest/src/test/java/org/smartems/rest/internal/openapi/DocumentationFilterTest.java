// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.platform.authentication.Caller;
import org.smartems.platform.authentication.Role;
import org.smartems.platform.configuration.HiddenDocumentation;
import org.smartems.rest.internal.UnderPath;
import org.smartems.rest.internal.resource.ResourceRegistry;

class DocumentationFilterTest {

    private static final String ROOT = "/web/doc";
    private static final Map<String, Caller> PEOPLE = Map.of(
            "admin", caller(Role.ROLE_USER, Role.ROLE_ADMIN),
            "operator", caller(Role.ROLE_USER, Role.ROLE_SMARTEMS),
            "both", caller(Role.ROLE_USER, Role.ROLE_SMARTEMS, Role.ROLE_VPN),
            "newcomer", caller(Role.ROLE_CHANGEPASSWORDREQUIRED));

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final FakeConfigurations configurations = new FakeConfigurations();
    private final DocumentationFilter filter =
            new DocumentationFilter(new Tokens(PEOPLE), new ResourceRegistry(), configurations);

    private static Caller caller(Role... roles) {
        return new Caller(1, "caller", Set.of(roles), UUID.randomUUID());
    }

    @BeforeEach
    void start() throws Exception {
        server.addConnector(connector);
        server.setHandler(new AbstractHandler() {
            @Override
            public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
                    throws IOException {
                base.setHandled(true);
                filter.doFilter(new UnderPath(request, ROOT), response, null);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/admin", "/authenticationData"})
    void thePageIsForEverybodyAndHoldsNothing(String path) throws Exception {
        HttpResponse<String> page = send("GET", path, null);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(page.body())
                .contains("/web/doc/")
                .doesNotContain("<script", "<style", "style=", "<link", "onclick", "accesstag");
    }

    @Test
    void theDocumentIsForThoseWithTheRole() throws Exception {
        for (String format : new String[] {"yaml", "json"}) {
            assertThat(send("GET", "/admin." + format, "admin").statusCode()).isEqualTo(200);
            assertThat(send("GET", "/smartems." + format, "operator").statusCode())
                    .isEqualTo(200);
            assertThat(send("GET", "/admin." + format, "operator").statusCode()).isEqualTo(403);
            assertThat(send("GET", "/admin." + format, "newcomer").statusCode()).isEqualTo(403);
            assertThat(send("GET", "/smartems." + format, "admin").statusCode()).isEqualTo(403);
            assertThat(send("GET", "/vpnsecuritysuite." + format, "admin").statusCode())
                    .isEqualTo(403);
        }
        assertThat(send("GET", "/authenticationData.yaml", "operator").statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "/authenticationData.yaml", "newcomer").statusCode())
                .isEqualTo(403);
    }

    @Test
    void nobodyIsAskedForAToken() throws Exception {
        HttpResponse<String> refused = send("GET", "/admin.yaml", null);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(refused.body()).contains("\"code\":401").doesNotContain("openapi");
        assertThat(send("GET", "/admin.yaml", "stranger").statusCode()).isEqualTo(401);
    }

    @Test
    void theDocumentIsAFileWithTheAddressItCameFrom() throws Exception {
        HttpResponse<String> yaml = send("GET", "/admin.yaml", "admin");
        assertThat(yaml.headers().firstValue("Content-Type")).hasValue("application/yaml;charset=utf-8");
        assertThat(yaml.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"smart-ems-admin.yaml\"");
        assertThat(yaml.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(yaml.body())
                .startsWith("openapi: \"3.0.3\"\n")
                .contains("url: \"http://127.0.0.1:" + connector.getLocalPort() + "/web/api\"")
                .contains("/console/resources");
        HttpResponse<String> head = send("HEAD", "/admin.yaml", "admin");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void whatIsSwitchedOffIsNotThereForAnybody() throws Exception {
        assertThat(send("GET", "/admin.yaml", "admin").statusCode()).isEqualTo(200);
        configurations.hidden = new HiddenDocumentation(true, false, false);
        for (String path : new String[] {"/admin", "/admin.yaml", "/admin.json"}) {
            assertThat(send("GET", path, "admin").statusCode()).as(path).isEqualTo(404);
            assertThat(send("HEAD", path, null).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(send("GET", "", null).body()).contains("smartems.yaml").doesNotContain("admin.yaml");
        assertThat(send("GET", "/smartems.yaml", "operator").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/authenticationData.yaml", "admin").statusCode())
                .isEqualTo(200);
        configurations.hidden = new HiddenDocumentation(false, false, false);
        assertThat(send("GET", "/admin.yaml", "admin").statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsOfTwoKindsKeepsTheDocumentOfTheOther() throws Exception {
        configurations.hidden = new HiddenDocumentation(false, false, true);
        assertThat(send("GET", "/smartems.json", "both").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/vpnsecuritysuite.json", "both").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/smartemsvpnsecuritysuite.json", "both").statusCode())
                .isEqualTo(404);
        configurations.hidden = new HiddenDocumentation(false, true, false);
        assertThat(send("GET", "/smartems.json", "both").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/vpnsecuritysuite.json", "both").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/smartemsvpnsecuritysuite.json", "both").statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesWhatThereIsNot() throws Exception {
        for (String path : new String[] {"/nothing", "/nothing.yaml", "/admin.xml", "/admin.yaml.json", "/admin/x"}) {
            HttpResponse<String> refused = send("GET", path, "admin");
            assertThat(refused.statusCode()).as(path).isEqualTo(404);
            assertThat(refused.body()).contains("\"code\":404");
        }
        HttpResponse<String> posted = send("POST", "/admin.yaml", "admin");
        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(posted.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    private HttpResponse<String> send(String method, String path, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + connector.getLocalPort() + ROOT + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
