// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smartems.simulator.Credentials;
import org.smartems.simulator.Endpoint;
import org.smartems.simulator.Fault;
import org.smartems.simulator.internal.authentication.Authorizer;

/** The HTTP client of one device: authenticates and, where the device does so, follows redirects. */
public final class Session implements Closeable {

    private static final int MAX_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 307, 308);

    private final Endpoint endpoint;
    private final boolean redirects;
    private final Line line;
    private final Map<Origin, Authorizer> authorizers = new HashMap<>(2);

    public Session(Endpoint endpoint, boolean redirects) {
        this.endpoint = endpoint;
        this.redirects = redirects;
        this.line = new Line(endpoint.trust(), endpoint.connection());
    }

    /** With the device's credentials. */
    public Response send(Request request, Manner manner) throws IOException {
        Request next = request;
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            Response response = authenticated(next, manner);
            if (!redirects || !REDIRECTS.contains(response.status())) {
                return response;
            }
            next = next.to(target(next, response));
        }
        throw new ProtocolException("more than " + MAX_REDIRECTS + " redirects");
    }

    /** Without credentials. */
    public Response sendAnonymously(Request request, Manner manner) throws IOException {
        return line.exchange(request, manner);
    }

    /** How many connections were opened. */
    public int connections() {
        return line.connections();
    }

    /** How many of them resumed a TLS session. */
    public int resumptions() {
        return line.resumptions();
    }

    /** Ends a check-in: what is not kept alive is closed. */
    public void rest() {
        line.rest();
    }

    @Override
    public void close() {
        line.close();
    }

    private Response authenticated(Request request, Manner manner) throws IOException {
        Authorizer authorizer = authorizer(Origin.of(request.uri()));
        if (!authorizer.ready()) {
            Response first = line.exchange(request, Manner.of(Fault.NONE));
            if (!challenged(authorizer, first)) {
                return first;
            }
        }
        Response response = line.exchange(signed(request, authorizer, manner), manner);
        return challenged(authorizer, response) ? line.exchange(signed(request, authorizer, manner), manner) : response;
    }

    private static boolean challenged(Authorizer authorizer, Response response) throws IOException {
        return response.status() == 401 && authorizer.challenged(response.headerValues("www-authenticate"));
    }

    private Request signed(Request request, Authorizer authorizer, Manner manner) {
        Credentials own = endpoint.credentials();
        Credentials used = manner.fault() == Fault.WRONG_PASSWORD ? own.wrong() : own;
        Optional<String> header = authorizer.authorization(request.method(), request.target(), used);
        return header.map(value -> request.with("Authorization", value)).orElse(request);
    }

    private Authorizer authorizer(Origin origin) {
        return authorizers.computeIfAbsent(origin, key -> {
            // never in the clear, unless the server itself is reached so
            boolean safe = key.tls() || !Origin.of(endpoint.url()).tls();
            return Authorizer.of(safe ? endpoint.credentials().scheme() : Credentials.Scheme.NONE);
        });
    }

    private static URI target(Request request, Response response) throws ProtocolException {
        try {
            URI target = request.uri().resolve(response.header("location"));
            if (target.getHost() != null && ("https".equals(target.getScheme()) || "http".equals(target.getScheme()))) {
                return target;
            }
        } catch (IllegalArgumentException ignored) {
            // refused below
        }
        throw new ProtocolException("a redirect to nowhere: " + response.header("location"));
    }
}
