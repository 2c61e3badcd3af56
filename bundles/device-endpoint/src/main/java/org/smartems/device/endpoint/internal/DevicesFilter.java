// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.device.endpoint.internal.authentication.Authentication;
import org.smartems.device.endpoint.internal.download.Downloads;
import org.smartems.device.endpoint.internal.http.Bodies;
import org.smartems.device.endpoint.internal.recording.ExchangeRecorder;
import org.smartems.fleet.catalogue.Catalogue;
import org.smartems.fleet.checkin.CheckIns;
import org.smartems.fleet.firmware.FirmwareLinks;
import org.smartems.fleet.plugin.InstalledPlugIns;
import org.smartems.persistence.DatabaseUnavailable;
import org.smartems.persistence.encryption.Encryption;
import org.smartems.spi.health.Health;
import org.smartems.spi.health.HealthCheck;
import org.smartems.spi.metrics.MetricSource;
import org.smartems.spi.metrics.Metrics;

/**
 * Where the HTTP front hands everything over that belongs to devices. A request that meets it while it goes is handed
 * back to the front.
 */
@Component(
        service = {Filter.class, HealthCheck.class, MetricSource.class},
        property = {"smartems.devices:Boolean=true", HealthCheck.NAME + "=devices"})
public final class DevicesFilter implements Filter, HealthCheck, MetricSource {

    private static final Logger LOG = LoggerFactory.getLogger(DevicesFilter.class);
    private static final Duration DRAIN = Duration.ofSeconds(12);

    private final Catalogue catalogue;
    private final Devices devices;
    /** Requests hold the lock for reading; whoever closes takes it for writing and never gives it back. */
    private final ReadWriteLock open = new ReentrantReadWriteLock();

    /** Serves from now on. */
    @Activate
    public DevicesFilter(
            @Reference Catalogue catalogue,
            @Reference CheckIns checkIns,
            @Reference FirmwareLinks links,
            @Reference InstalledPlugIns plugIns,
            @Reference Encryption encryption,
            @Reference ExchangeRecorder recorder) {
        this(catalogue, checkIns, links, plugIns, encryption::derivedKey, recorder);
    }

    DevicesFilter(
            Catalogue catalogue,
            CheckIns checkIns,
            FirmwareLinks links,
            InstalledPlugIns plugIns,
            Function<String, byte[]> derivedKey,
            ExchangeRecorder recorder) {
        this.catalogue = catalogue;
        Authentication authentication = new Authentication(catalogue, plugIns, checkIns, derivedKey, System::nanoTime);
        Bodies bodies = new Bodies();
        this.devices = new Devices(
                new Reception(
                        new Admissions(catalogue, plugIns, authentication),
                        new Conversation(checkIns, plugIns, authentication, recorder),
                        bodies),
                new Downloads(links, catalogue, authentication),
                bodies);
    }

    @Override
    public Health check() {
        try {
            catalogue.snapshot();
            return Health.up();
        } catch (DatabaseUnavailable e) {
            return Health.down(e.getMessage());
        }
    }

    @Override
    public void measure(Metrics metrics) {
        devices.metrics().measure(metrics);
    }

    @Override
    public void init(FilterConfig config) {}

    @Override
    public void destroy() {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!open.readLock().tryLock()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            devices.serve((HttpServletRequest) request, (HttpServletResponse) response);
        } finally {
            open.readLock().unlock();
        }
    }

    /** Lets the requests that are being served end. */
    @Deactivate
    void close() throws InterruptedException {
        if (!open.writeLock().tryLock(DRAIN.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("Requests of devices are cut off: they have not ended within {} s", DRAIN.toSeconds());
        }
    }
}
