// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.servlet.Filter;
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
import org.smartems.rest.internal.error.Refusal;
import org.smartems.rest.internal.front.RestFilter;

/** Files of the store for people: JAX-RS would hold a thread for everybody who takes one slowly. */
@Component(service = Filter.class, property = "smartems.front.path=" + DownloadFilter.PATH)
public final class DownloadFilter extends RestFilter {

    static final String PATH = "/web/api/download";

    private static final Logger LOG = LoggerFactory.getLogger(DownloadFilter.class);
    private static final List<String> METHODS = List.of("GET", "HEAD");

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
        super(authentication);
        this.registry = registry;
        this.engine = engine;
    }

    @Override
    protected void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (!METHODS.contains(request.getMethod())) {
            refuseMethod(METHODS, request, response);
            return;
        }
        try {
            send(request, response);
        } catch (FileAnswer.NoSuchPart e) {
            response.setHeader("Content-Range", e.contentRange());
            refuse(
                    new Refusal(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE, e.getMessage()),
                    request,
                    response);
        } catch (FileAnswer.Unreadable e) {
            LOG.error("{} cannot be answered", request.getPathInfo(), e);
            refuse(new Refusal(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, e.getMessage()), request, response);
        }
    }

    private void send(HttpServletRequest request, HttpServletResponse response)
            throws IOException, FileAnswer.NoSuchPart, FileAnswer.Unreadable {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        Router.Match match = registry.router()
                .find("GET", "download" + path)
                .orElseThrow(() -> new PlatformException(ErrorCategory.NOT_FOUND, "notFound", "Not Found"));
        Requester requester = DispatchingResource.requester(caller(request));
        Call call = new Call(
                requester,
                match.parameters(),
                JsonNodeFactory.instance.objectNode(),
                Input.EMPTY,
                request.getRemoteAddr());
        if (engine.run(match.route(), call) instanceof Result.Content file) {
            new FileAnswer(file.name(), file.size(), file.md5(), file.updatedAt(), () -> file.source()
                            .open())
                    .send(request, response);
        }
    }
}
