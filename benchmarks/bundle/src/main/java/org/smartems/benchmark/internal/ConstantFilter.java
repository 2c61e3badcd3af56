// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import org.osgi.service.component.annotations.Component;

/**
 * The floor: reads a check-in and gives the answer that says there is nothing to do, without any work in between. It
 * stands where the device endpoint stands, behind the same connector, gate and front.
 */
@Component(
        service = Filter.class,
        property = {"smartems.front.path=" + ConstantFilter.EMPTY, "smartems.front.path=" + ConstantFilter.JSON})
public final class ConstantFilter implements Filter {

    static final String EMPTY = "/web/bench/empty";
    static final String JSON = "/web/bench/json";

    private static final byte[] GATEWAY = "{\"serialNumber\":\"BENCH000000\"}".getBytes(UTF_8);

    @Override
    public void init(FilterConfig config) {}

    @Override
    public void destroy() {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean json = JSON.equals(((HttpServletRequest) request).getServletPath());
        try (InputStream in = request.getInputStream()) {
            in.readAllBytes();
        }
        response.setContentType(json ? "application/json" : "text/html; charset=UTF-8");
        byte[] answer = json ? GATEWAY : new byte[0];
        response.setContentLength(answer.length);
        try (OutputStream out = response.getOutputStream()) {
            out.write(answer);
        }
    }
}
