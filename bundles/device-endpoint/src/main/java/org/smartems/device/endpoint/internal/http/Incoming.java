// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.servlet.http.HttpServletRequest;
import org.smartems.fleet.checkin.Contact;

/** A request of a device as the HTTP front hands it over; belongs to the thread of the request. */
public final class Incoming {

    private static final String ATTRIBUTE = "org.smartems.http.";
    private static final String CERTIFICATES = "javax.servlet.request.X509Certificate";
    private static final int LONGEST_TEXT = 255;

    private final HttpServletRequest request;
    private final String target;

    /** Wraps a request. */
    public Incoming(HttpServletRequest request) {
        this.request = request;
        this.target = attribute("requestTarget", request.getRequestURI());
    }

    /** Given by the front. */
    public String requestId() {
        return attribute("requestId", "");
    }

    /** In upper case. */
    public String method() {
        return request.getMethod();
    }

    /** Whether only the headers of the answer are wanted. */
    public boolean isHead() {
        return method().equals("HEAD");
    }

    /** Path and query as the device sent them. */
    public String target() {
        return target;
    }

    /** As the device sent it, undecoded. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** Undecoded, empty without one. */
    public String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    /** The first value. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    /** The client's own first. */
    public List<X509Certificate> certificates() {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain ? List.of(chain) : List.of();
    }

    /** Of the client, behind whatever trusted proxies there are. */
    public String address() {
        return request.getRemoteAddr();
    }

    /** Where the request came from and went to. */
    public Contact.Origin origin() {
        return new Contact.Origin(
                address(), cut(attribute("forwardedFor", "")), cut(request.getServerName()), attribute("baseUrl", ""));
    }

    /** For answers that other threads give. */
    public HttpServletRequest servlet() {
        return request;
    }

    /** Sets a header of the answer to the letter. */
    @SuppressWarnings("unchecked")
    BiConsumer<String, String> headerSetter(BiConsumer<String, String> byDefault) {
        Object setter = request.getAttribute(ATTRIBUTE + "header");
        return setter == null ? byDefault : (BiConsumer<String, String>) setter;
    }

    /** What is announced; negative when it is not. */
    long announcedBody() {
        return request.getContentLengthLong();
    }

    InputStream body() throws IOException {
        return request.getInputStream();
    }

    /** The device waits to be asked for its body. */
    boolean isBodyHeldBack() {
        return header("Expect").isPresent();
    }

    private String attribute(String name, String byDefault) {
        Object value = request.getAttribute(ATTRIBUTE + name);
        return value == null ? byDefault : value.toString();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
