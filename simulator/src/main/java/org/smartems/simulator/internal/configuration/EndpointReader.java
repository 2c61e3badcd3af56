// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.configuration;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.smartems.simulator.ConnectionPolicy;
import org.smartems.simulator.Credentials;
import org.smartems.simulator.Credentials.Scheme;
import org.smartems.simulator.Dialect;
import org.smartems.simulator.Endpoint;
import org.smartems.simulator.Trust;

/** Reads where and how devices reach their server. */
final class EndpointReader {

    private static final Map<String, Scheme> SCHEMES = Map.of(
            "none", Scheme.NONE, "basic", Scheme.BASIC, "digest", Scheme.DIGEST, "digest2069", Scheme.DIGEST_RFC2069);

    private final Values values;
    private final Trust trust;
    private final ConnectionPolicy connection;
    private final Optional<URI> url;
    private final Optional<URI> devicesUrl;

    EndpointReader(Values values) {
        this.values = values;
        this.trust = trust(values);
        this.connection = connection(values);
        this.url = values.server("url");
        this.devicesUrl = values.server("devicesUrl");
    }

    /**
     * Empty when something is wrong, which the values know.
     *
     * @param needed whether there are such devices: only then anything must be given
     */
    Optional<Endpoint> read(Dialect dialect, boolean needed) {
        boolean router = dialect.isRouter();
        String id = dialect.id();
        String prefix = values.text(id + ".prefix").orElse(dialect.prefix());
        Optional<URI> server = values.server(id + ".url")
                .or(() -> router ? devicesUrl : Optional.empty())
                .or(() -> url);
        if (needed && server.isEmpty()) {
            values.problem("url", "is missing");
        }
        Optional<Credentials> credentials = credentials(dialect, needed);
        if (!prefix.matches("(/[^/?#%\\s]+)+")) {
            values.problem(id + ".prefix", "must be a path such as /router/tk800");
            return Optional.empty();
        }
        return server.flatMap(
                base -> credentials.map(user -> new Endpoint(URI.create(base + prefix), user, trust, connection)));
    }

    private Optional<Credentials> credentials(Dialect dialect, boolean needed) {
        Scheme usual = dialect.isRouter() ? Scheme.DIGEST : Scheme.BASIC;
        Scheme scheme = values.choice(dialect.id() + ".authentication", SCHEMES, usual);
        Optional<String> username = values.text(dialect.id() + ".username");
        Optional<String> password = values.password(dialect.id());
        if (scheme == Scheme.NONE) {
            return Optional.of(Credentials.none());
        }
        if (needed && username.isEmpty()) {
            values.problem(dialect.id() + ".username", "is missing");
        }
        if (needed && password.isEmpty()) {
            values.problem(dialect.id() + ".password", "is missing; give this, or .passwordFile, or the environment");
        }
        return username.flatMap(name -> password.map(secret -> new Credentials(scheme, name, secret)));
    }

    private static ConnectionPolicy connection(Values values) {
        ConnectionPolicy usual = ConnectionPolicy.fresh();
        return new ConnectionPolicy(
                values.choice("connection", Map.of("fresh", false, "kept", true), usual.keepAlive()),
                values.flag("resumption", usual.resumption()),
                values.positiveTime("timeout").orElse(usual.timeout()),
                values.positiveTime("slowTime").orElse(usual.slowTime()));
    }

    private static Trust trust(Values values) {
        Optional<String> file = values.text("trust");
        if (values.flag("insecure", false)) {
            if (file.isPresent()) {
                values.problem("insecure", "contradicts trust: give one of them");
            }
            return Trust.insecure();
        }
        try {
            return file.isPresent() ? Trust.pem(Path.of(file.get())) : Trust.system();
        } catch (IOException e) {
            values.problem("trust", "cannot be used: " + e);
            return Trust.system();
        }
    }
}
