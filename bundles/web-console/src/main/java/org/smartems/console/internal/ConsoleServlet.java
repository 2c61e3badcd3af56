// SPDX-License-Identifier: Apache-2.0
package org.smartems.console.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.smartems.console.internal.StaticFile.Representation;
import org.smartems.spi.health.Health;
import org.smartems.spi.health.HealthCheck;

/**
 * Serves the console: its files, and its one page for every address the page itself knows how to show.
 *
 * <p>The security headers are not set here but for all answers of the server alike.
 */
@Component(
        service = {Servlet.class, HealthCheck.class},
        property = HealthCheck.NAME + "=console")
@HttpWhiteboardServletName("console")
@HttpWhiteboardServletPattern({"/web/*", "/authentication/*"})
public final class ConsoleServlet extends HttpServlet implements HealthCheck {

    private static final long serialVersionUID = 1L;
    private static final String ROOT = "META-INF/resources/console/";
    private static final String PAGE = "index.html";

    /** Of other servlets, which may be away while they are updated: a program must then not get a page. */
    private static final Set<String> OTHERS = Set.of("api", "tus", "doc");

    private final transient StaticFiles files;
    private final transient BrandFiles brand;

    /** Serves what the build put into this bundle. */
    @Activate
    public ConsoleServlet() {
        this(
                new StaticFiles(ConsoleServlet.class.getClassLoader(), ROOT),
                new BrandFiles(Path.of(System.getProperty("karaf.etc", "etc"), "brand")));
    }

    ConsoleServlet(StaticFiles files, BrandFiles brand) {
        this.files = files;
        this.brand = brand;
    }

    @Override
    public Health check() {
        return files.find(PAGE).isPresent() ? Health.up() : Health.down("the console was built without its pages");
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            refuse(request, response, HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        Optional<StaticFile> file = resolve(request);
        if (file.isEmpty()) {
            refuse(request, response, HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        answer(file.get(), request, response);
    }

    private Optional<StaticFile> resolve(HttpServletRequest request) {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        boolean underWeb = request.getServletPath().equals("/web");
        if (underWeb && OTHERS.contains(path.split("/", 2)[0])) {
            return Optional.empty();
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (!name.contains(".")) {
            return files.find(PAGE);
        }
        return underWeb ? brand.find(path).or(() -> files.find(path)) : Optional.empty();
    }

    private static void answer(StaticFile file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Representation representation = file.forClient(acceptsGzip(request.getHeader("Accept-Encoding")));
        response.setHeader("Cache-Control", file.cacheControl());
        response.setHeader("ETag", representation.etag());
        if (file.varies()) {
            response.setHeader("Vary", "Accept-Encoding");
        }
        if (representation.matches(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(file.type());
        if (file.isCompressed(representation)) {
            response.setHeader("Content-Encoding", "gzip");
        }
        send(representation.content(), request, response);
    }

    private static void send(byte[] content, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentLength(content.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(content);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException {
        // not sendError: the container's own error page tells its name
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain;charset=utf-8");
        String text = status == HttpServletResponse.SC_NOT_FOUND ? "Not found\n" : "Method not allowed\n";
        send(text.getBytes(StandardCharsets.UTF_8), request, response);
    }

    private static boolean acceptsGzip(String header) {
        if (header == null) {
            return false;
        }
        for (String offer : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = offer.strip().split("\\s*;\\s*", 2);
            if (parts[0].equals("gzip")) {
                return parts.length == 1 || !parts[1].matches("q\\s*=\\s*0(?:\\.0*)?");
            }
        }
        return false;
    }
}
