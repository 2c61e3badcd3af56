// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.persistence.Transactions;
import org.smartems.platform.authentication.Authentication;
import org.smartems.platform.file.FileAnswer;
import org.smartems.resource.Call;
import org.smartems.resource.Engine;
import org.smartems.resource.Input;
import org.smartems.resource.Requester;
import org.smartems.resource.Result;
import org.smartems.resource.Router;
import org.smartems.rest.internal.authentication.Bearer;
import org.smartems.rest.internal.error.Refusal;

/** Files of the store for people: JAX-RS would hold a thread for everybody who takes one slowly. */
@Component(service = Filter.class, property = "smartems.front.path=" + DownloadFilter.PATH)
public final class DownloadFilter implements Filter {

    static final String PATH = "/web/api/download";

    private static final Logger LOG = LoggerFactory.getLogger(DownloadFilter.class);
    private static final String ALLOWED = "GET, HEAD";

    private final Authentication authentication;
    private final ResourceRegistry registry;
    private final Engine engine;

    @Activate
    public DownloadFilter(
            @Reference Authentication authentication,
            @Reference ResourceRegistry registry,
            @Reference Transactions transactions) {
        this(authentication, registry, new Engine(transactions, format -> Optional.empty()));
    }

    DownloadFilter(Authentication authentication, ResourceRegistry registry, Engine engine) {
        this.authentication = authentication;
        this.registry = registry;
        this.engine = engine;
    }

    @Override
    public void init(FilterConfig config) {}

    @Override
    public void destroy() {}

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        response.setHeader("Cache-Control", "no-store");
        try {
            serve(request, response);
        } catch (PlatformException e) {
            Refusal.of(e).write(request, response);
        } catch (FileAnswer.NoSuchPart e) {
            response.setHeader("Content-Range", e.contentRange());
            new Refusal(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE, e.getMessage())
                    .write(request, response);
        } catch (FileAnswer.Unreadable e) {
            LOG.error("{} cannot be answered", request.getPathInfo(), e);
            new Refusal(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, e.getMessage()).write(request, response);
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response)
            throws IOException, FileAnswer.NoSuchPart, FileAnswer.Unreadable {
        if (!Set.of(ALLOWED.split(", ")).contains(request.getMethod())) {
            response.setHeader("Allow", ALLOWED);
            new Refusal(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Method Not Allowed").write(request, response);
            return;
        }
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        Router.Match match = registry.router()
                .find("GET", "download" + path)
                .orElseThrow(() -> new PlatformException(ErrorCategory.NOT_FOUND, "notFound", "Not Found"));
        Requester requester = DispatchingResource.requester(authentication.authenticate(Bearer.token(request)));
        Call call = new Call(
                requester,
                match.parameters(),
                JsonNodeFactory.instance.objectNode(),
                Input.EMPTY,
                request.getRemoteAddr());
        if (run(match, call) instanceof Result.Content file) {
            new FileAnswer(file.name(), file.size(), file.md5(), file.updatedAt(), () -> file.source()
                            .open())
                    .send(request, response);
        }
    }

    private Result run(Router.Match match, Call call) {
        try {
            return engine.run(match.route(), call);
        } catch (PlatformException e) {
            LOG.info("A download is refused to user {}: {}", call.requester().name(), e.code());
            throw e;
        }
    }
}
