// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.authentication;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.device.endpoint.internal.http.Refusal;
import org.smartems.fleet.catalogue.Catalogue;
import org.smartems.fleet.catalogue.Credential;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.checkin.CheckIns;
import org.smartems.fleet.checkin.FailedLogin;
import org.smartems.fleet.plugin.InstalledPlugIns;
import org.smartems.platform.plugin.Installed;
import org.smartems.platform.plugin.PlugInAway;
import org.smartems.spi.authentication.AuthenticationRequest;
import org.smartems.spi.authentication.DeviceAuthenticator;
import org.smartems.spi.authentication.Verdict;

/** Finds out who a device is, in the way that its type names. Safe for use by many threads. */
public final class Authentication {

    private static final Logger LOG = LoggerFactory.getLogger(Authentication.class);
    private static final String NONE = "none";
    private static final String CHALLENGE = "WWW-Authenticate";
    private static final int LONGEST_USERNAME = 255;

    private final LatestCatalogue catalogue;
    private final InstalledPlugIns plugIns;
    private final CheckIns checkIns;
    private final Keys keys;
    private final FailureThrottle throttle;

    /**
     * Begins without any failure.
     *
     * @param derivedKey gives for a purpose a key that is the same on every node
     */
    public Authentication(
            Catalogue catalogue,
            InstalledPlugIns plugIns,
            CheckIns checkIns,
            Function<String, byte[]> derivedKey,
            LongSupplier nanoTime) {
        this.catalogue = new LatestCatalogue(catalogue, nanoTime);
        this.plugIns = plugIns;
        this.checkIns = checkIns;
        this.keys = new Keys(derivedKey);
        this.throttle = new FailureThrottle(nanoTime);
    }

    /**
     * Lets nobody pass who does not prove to be a device of the type. Whoever fails may know a credential that is newer
     * than the state, and is judged again at the latest one.
     *
     * @throws Refusal to be answered; failed attempts are logged
     * @throws PlugInAway when the authenticator is not there
     */
    public Proof prove(Attempt attempt) {
        if (attempt.type().authenticationMethod().equals(NONE)) {
            return new Proof(attempt, Optional.empty());
        }
        Verdict verdict = ask(attempt, DeviceAuthenticator::authenticate);
        Attempt last = attempt;
        if (verdict.kind() == Verdict.Kind.REFUSED) {
            Optional<Attempt> newer = catalogue.newerThan(attempt.catalogue()).flatMap(attempt::at);
            if (newer.isPresent()) {
                last = newer.get();
                verdict = ask(last, DeviceAuthenticator::authenticate);
            }
        }
        return judge(last, verdict);
    }

    /** Logs that what was proved does not hold, and says what to answer. */
    public Refusal failed(Proof proof) {
        String challenge = proof.credential().isPresent() ? ask(proof.attempt(), DeviceAuthenticator::challenge) : "";
        return failed(
                proof.attempt(), proof.credential().map(Credential::username).orElse(""), challenge);
    }

    private Proof judge(Attempt attempt, Verdict verdict) {
        switch (verdict.kind()) {
            case ACCEPTED -> {
                return accepted(attempt, verdict);
            }
            case REFUSED -> throw failed(attempt, verdict.username(), verdict.challenge());
            case CHALLENGED ->
                throw Refusal.of(401, "the credentials are to be sent anew", CHALLENGE, verdict.challenge());
            case MALFORMED -> throw Refusal.of(400, verdict.reason());
            default -> throw Refusal.of(401, "no credentials", CHALLENGE, ask(attempt, DeviceAuthenticator::challenge));
        }
    }

    /** A credential that the authenticator has not got from the catalogue opens nothing. */
    private static Proof accepted(Attempt attempt, Verdict verdict) {
        Optional<Credential> credential = attempt.catalogue()
                .credential(verdict.username())
                .filter(it -> it.isFor(attempt.type().id()));
        if (credential.isEmpty()) {
            throw Refusal.of(500, "the authenticator has accepted a credential that is not for this device type");
        }
        return new Proof(attempt, credential);
    }

    private Refusal failed(Attempt attempt, String username, String challenge) {
        String address = attempt.incoming().address();
        String name = username.length() <= LONGEST_USERNAME ? username : username.substring(0, LONGEST_USERNAME);
        OptionalLong wait = throttle.failed(address, name);
        if (wait.isPresent()) {
            return Refusal.of(429, "too many failed logins", "Retry-After", Long.toString(wait.getAsLong()));
        }
        DeviceType type = attempt.type();
        String path = attempt.incoming().path();
        checkIns.failed(new FailedLogin(address, path, name, type.id(), type.authenticationMethod()));
        LOG.info("Failed login {} from {} at device type {}", attempt.incoming().requestId(), address, type.name());
        return Refusal.of(401, "wrong credentials", CHALLENGE, challenge);
    }

    private <T> T ask(Attempt attempt, BiFunction<DeviceAuthenticator, AuthenticationRequest, T> question) {
        DeviceType type = attempt.type();
        String method = type.authenticationMethod();
        Installed.Entry<DeviceAuthenticator, String> found = plugIns.authenticator(method)
                .orElseThrow(() -> new PlugInAway("authenticator:" + method, "is not installed"));
        RequestView view = new RequestView(attempt.incoming(), attempt.catalogue(), type, keys);
        return found.container().call(call -> question.apply(found.service(), view), attempt.onStuck());
    }
}
