// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.front;

import java.io.IOException;
import java.util.List;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.platform.authentication.Authentication;
import org.smartems.platform.authentication.Caller;
import org.smartems.rest.internal.authentication.Bearer;
import org.smartems.rest.internal.error.Refusal;

/**
 * What people and clients may call beside the resources of JAX-RS, with the same tokens and the same refusals. For
 * answers that must not hold a thread, and for protocols of their own.
 */
public abstract class RestFilter implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(RestFilter.class);
    private static final String CALLER = "org.smartems.rest.caller";

    private final Authentication authentication;

    /**
     * A filter for callers that a token names.
     *
     * @param authentication who checks the tokens
     */
    protected RestFilter(Authentication authentication) {
        this.authentication = authentication;
    }

    @Override
    public final void init(FilterConfig config) {}

    @Override
    public final void destroy() {}

    @Override
    public final void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        try {
            serve(request, response);
        } catch (PlatformException e) {
            if (e.category() == ErrorCategory.INTERNAL) {
                LOG.error("{} failed", where(request), e);
            }
            refuse(Refusal.of(e), request, response);
        }
    }

    /**
     * Answers.
     *
     * @param request to a path of this filter
     * @param response not committed
     * @throws IOException when the line to the client fails
     * @throws PlatformException for a refusal, which the client is then told and the log as well
     */
    protected abstract void serve(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /**
     * Who calls.
     *
     * @param request with {@code Authorization: Bearer}
     * @return somebody known
     * @throws PlatformException for a token that is missing or not valid
     */
    protected final Caller caller(HttpServletRequest request) {
        Caller caller = authentication.authenticate(Bearer.token(request));
        request.setAttribute(CALLER, caller.username());
        return caller;
    }

    /**
     * Refuses a method that the path does not have.
     *
     * @param methods that it has, in capital letters
     * @param request that is refused
     * @param response gets the refusal
     * @throws IOException when the line to the client fails
     */
    protected final void refuseMethod(List<String> methods, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Allow", String.join(", ", methods));
        refuse(new Refusal(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Method Not Allowed"), request, response);
    }

    /**
     * Refuses, and says so in the log.
     *
     * @param refusal the answer
     * @param request that is refused
     * @param response not committed
     * @throws IOException when the line to the client fails
     */
    protected void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Object caller = request.getAttribute(CALLER);
        LOG.info(
                "{} is refused to {} with {}: {}",
                where(request),
                caller == null ? "nobody known" : "user " + caller,
                refusal.status(),
                refusal.message());
        refusal.write(request, response);
    }

    /** Without the end of the path, which may be a secret. */
    private static String where(HttpServletRequest request) {
        return request.getMethod() + " " + request.getServletPath();
    }
}
