// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.spi.procedure.DeviceResponse;

/** The answer to a device, given once. */
public final class Outgoing {

    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);
    private static final Pattern FIRMWARE_TOKEN = Pattern.compile("^(/df/)[^/]+");
    private static final int LONGEST_PATH = 200;

    private final Incoming incoming;
    private final HttpServletResponse response;
    private final Bodies bodies;

    /** Nothing is answered yet. */
    public Outgoing(Incoming incoming, HttpServletResponse response, Bodies bodies) {
        this.incoming = incoming;
        this.response = response;
        this.bodies = bodies;
    }

    /**
     * Answers that the request is not served, and logs it.
     *
     * @throws IOException when the device does not take the answer, or did not send its body as it should
     */
    public void refuse(Refusal refusal) throws IOException {
        log(refusal);
        bodies.skip(incoming);
        answer(refusal);
    }

    /** Answers in place of the thread of the request, which is stuck and may have left the body unread. */
    public void refuseInstead(Refusal refusal) {
        log(refusal);
        response.setHeader("Connection", "close");
        try {
            answer(refusal);
        } catch (IOException e) {
            LOG.debug("The device did not wait for the answer to {}", incoming.requestId(), e);
        }
    }

    /** Answers 200 and nothing else. */
    public void sendEmpty() {
        send(DeviceResponse.empty());
    }

    /** Answers; false when the device did not take all of it. */
    public boolean send(DeviceResponse answer) {
        response.setStatus(answer.status());
        response.setHeader("Cache-Control", "no-store");
        if (!answer.contentType().isEmpty()) {
            incoming.headerSetter(response::setHeader).accept("Content-Type", answer.contentType());
        }
        byte[] body = answer.body();
        boolean hasBody = answer.status() != HttpServletResponse.SC_NO_CONTENT
                && answer.status() != HttpServletResponse.SC_NOT_MODIFIED;
        try {
            if (hasBody) {
                response.setContentLength(body.length);
                write(body);
            } else {
                response.flushBuffer();
            }
            return true;
        } catch (IOException e) {
            LOG.debug("The device did not take the answer to {}", incoming.requestId(), e);
            return false;
        }
    }

    /** For answers that are not kept in memory. */
    public HttpServletResponse response() {
        return response;
    }

    private void write(byte[] body) throws IOException {
        try (OutputStream out = response.getOutputStream()) {
            out.write(body);
            out.flush();
        }
    }

    private void answer(Refusal refusal) throws IOException {
        if (!refusal.header().isEmpty()) {
            response.setHeader(refusal.header(), refusal.value());
        }
        response.sendError(refusal.status());
        response.flushBuffer();
    }

    private void log(Refusal refusal) {
        String method = incoming.method();
        String path = FIRMWARE_TOKEN.matcher(incoming.path()).replaceFirst("$1***");
        String shown = path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "...";
        Object[] values = {
            incoming.requestId(), refusal.status(), incoming.address(), method, shown, refusal.getMessage()
        };
        String text = "Refused {}: {} from {} {} {}: {}";
        if (refusal.isUsual()) {
            LOG.debug(text, values);
        } else {
            LOG.info(text, values);
        }
    }
}
