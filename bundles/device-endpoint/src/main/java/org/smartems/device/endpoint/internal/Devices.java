// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.device.endpoint.internal.RequestMetrics.Kind;
import org.smartems.device.endpoint.internal.download.Downloads;
import org.smartems.device.endpoint.internal.http.Bodies;
import org.smartems.device.endpoint.internal.http.Incoming;
import org.smartems.device.endpoint.internal.http.Outgoing;
import org.smartems.device.endpoint.internal.http.Refusal;
import org.smartems.platform.plugin.PlatformFailure;
import org.smartems.platform.plugin.PlugInStuck;

/** Answers every request of a device, in one way or another. Safe for use by many threads. */
final class Devices {

    private static final Logger LOG = LoggerFactory.getLogger(Devices.class);

    private final Reception reception;
    private final Downloads downloads;
    private final Bodies bodies;
    private final RequestMetrics metrics = new RequestMetrics();

    Devices(Reception reception, Downloads downloads, Bodies bodies) {
        this.downloads = downloads;
        this.reception = reception;
        this.bodies = bodies;
    }

    /**
     * Answers a request.
     *
     * @throws IOException when the device is away, or the front has answered
     */
    void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Incoming incoming = new Incoming(request);
        boolean isDownload = Downloads.isLink(incoming.path());
        long since = System.nanoTime();
        try {
            serve(isDownload, incoming, new Outgoing(incoming, response, bodies));
        } finally {
            metrics.answered(isDownload ? Kind.DOWNLOAD : Kind.CONTACT, response.getStatus(), since);
        }
    }

    private void serve(boolean isDownload, Incoming incoming, Outgoing outgoing) throws IOException {
        try {
            if (isDownload) {
                downloads.serve(incoming, outgoing);
            } else {
                reception.serve(incoming, outgoing);
            }
        } catch (Refusal e) {
            outgoing.refuse(e);
        } catch (PlugInStuck e) {
            LOG.debug("Request {} was answered by another thread", incoming.requestId(), e);
        } catch (PlatformException e) {
            if (e instanceof PlatformFailure) {
                LOG.error("Request {} has failed", incoming.requestId(), e);
            }
            outgoing.refuse(refusal(e));
        }
    }

    RequestMetrics metrics() {
        return metrics;
    }

    private static Refusal refusal(PlatformException e) {
        return e.category() == ErrorCategory.UNAVAILABLE
                ? Refusal.forNow(e.getMessage())
                : Refusal.of(e.category().status(), e.getMessage());
    }
}
