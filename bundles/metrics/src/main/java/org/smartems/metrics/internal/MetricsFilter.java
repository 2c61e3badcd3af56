// SPDX-License-Identifier: Apache-2.0
package org.smartems.metrics.internal;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.spi.metrics.MetricSource;

/**
 * {@code GET /metrics}: the figures of every {@link MetricSource}, of the Java machine and of the process, in the text
 * format of Prometheus 0.0.4, for whoever has the token of {@code etc/metrics.token}.
 */
@Component(service = Filter.class, property = "smartems.front.path=/metrics")
public final class MetricsFilter implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsFilter.class);
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final SourceCollector sources = new SourceCollector();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbage = new JvmGcMetrics();
    private final Token token;

    @Activate
    public MetricsFilter() throws IOException {
        this(Path.of(System.getProperty("karaf.etc"), "metrics.token"));
    }

    MetricsFilter(Path tokenFile) throws IOException {
        token = new Token(tokenFile);
        token.ensure();
        List<MeterBinder> binders = List.of(
                garbage,
                new JvmMemoryMetrics(),
                new JvmThreadMetrics(),
                new ClassLoaderMetrics(),
                new ProcessorMetrics(),
                new FileDescriptorMetrics(),
                new UptimeMetrics());
        binders.forEach(binder -> binder.bindTo(registry));
        registry.getPrometheusRegistry().register(sources);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "remove")
    void add(MetricSource source) {
        sources.add(source);
    }

    void remove(MetricSource source) {
        sources.remove(source);
    }

    @Deactivate
    void close() {
        garbage.close();
        registry.close();
    }

    @Override
    public void init(FilterConfig config) {}

    @Override
    public void destroy() {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        serve((HttpServletRequest) request, (HttpServletResponse) response);
    }

    private void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean head = request.getMethod().equals("HEAD");
        response.setHeader("Cache-Control", "no-store");
        if (!request.getRequestURI().equals("/metrics")) {
            refuse(response, 404, "Not Found");
        } else if (!head && !request.getMethod().equals("GET")) {
            response.setHeader("Allow", "GET, HEAD");
            refuse(response, 405, "Method Not Allowed");
        } else if (!token.isIn(request.getHeader("Authorization"))) {
            LOG.info("Metrics refused to {}", request.getRemoteAddr());
            response.setHeader("WWW-Authenticate", "Bearer realm=\"metrics\"");
            refuse(response, 401, "the token of etc/metrics.token is missing or wrong");
        } else {
            byte[] text = registry.scrape().getBytes(StandardCharsets.UTF_8);
            response.setContentType(TYPE);
            response.setContentLength(text.length);
            if (!head) {
                response.getOutputStream().write(text);
            }
        }
    }

    private static void refuse(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream()
                .write(("{\"code\":" + status + ",\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8));
    }
}
