// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/** The request as the client made it, whether or not a trusted proxy stands between; its body is counted. */
final class FrontRequest extends HttpServletRequestWrapper {

    /** The status once the body was refused: that is the answer, whatever the failed read turns into. */
    static final String BODY_REFUSED = "org.smartems.http.bodyRefused";

    private static final String CERTIFICATE = "javax.servlet.request.X509Certificate";

    private final Client client;
    private BodyLimits limits = new BodyLimits(Long.MAX_VALUE, 0, new BodyWaits());
    private LimitedInputStream.Refusal refusal = status -> {};
    private ServletInputStream body;
    private BufferedReader reader;
    private String route;

    FrontRequest(HttpServletRequest request, Client client) {
        super(request);
        this.client = client;
    }

    void limitBody(BodyLimits bodyLimits, LimitedInputStream.Refusal atLimit) {
        limits = bodyLimits;
        refusal = atLimit;
    }

    /** From now on it looks like a request to a servlet that is mapped to everything under the path. */
    void routeTo(String path) {
        route = path;
    }

    Client client() {
        return client;
    }

    boolean hasBody() {
        return getContentLengthLong() > 0 || getHeader("Transfer-Encoding") != null;
    }

    boolean isBodyRefused() {
        return getAttribute(BODY_REFUSED) != null;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new LimitedInputStream(super.getInputStream(), this, limits, status -> {
                setAttribute(BODY_REFUSED, status);
                refusal.answer(status);
            });
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        if (reader == null) {
            String charset = getCharacterEncoding();
            reader = new BufferedReader(new InputStreamReader(
                    getInputStream(), charset == null ? StandardCharsets.ISO_8859_1.name() : charset));
        }
        return reader;
    }

    @Override
    public String getContextPath() {
        return route == null ? super.getContextPath() : "";
    }

    @Override
    public String getServletPath() {
        return route == null ? super.getServletPath() : route;
    }

    @Override
    public String getPathInfo() {
        String path = super.getPathInfo();
        if (route == null || path == null) {
            return path;
        }
        return path.length() == route.length() ? null : path.substring(route.length());
    }

    @Override
    public String getRemoteAddr() {
        return client.address();
    }

    @Override
    public String getRemoteHost() {
        return client.address();
    }

    @Override
    public boolean isSecure() {
        return client.scheme().equals("https");
    }

    @Override
    public String getScheme() {
        return client.scheme();
    }

    @Override
    public String getServerName() {
        return client.host().name();
    }

    @Override
    public int getServerPort() {
        return client.host().portOr(isSecure() ? 443 : 80);
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(Origin.of(getScheme(), new Host(getServerName(), getServerPort())))
                .append(getRequestURI());
    }

    /** Behind a proxy it is the proxy's certificate, which says nothing about the client. */
    @Override
    public Object getAttribute(String name) {
        return client.proxied() && name.equals(CERTIFICATE) ? null : super.getAttribute(name);
    }

    @Override
    public String getHeader(String name) {
        return isForwarding(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isForwarding(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(FrontRequest::isForwarding);
        return Collections.enumeration(names);
    }

    /** Hidden, so that nothing behind the front can believe them by accident. */
    private static boolean isForwarding(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.equals("forwarded")
                || name.startsWith("x-forwarded-")
                || name.equals("x-real-ip")
                || name.equals("x-proxied-https")
                || name.equals("proxy-ssl-id");
    }
}
