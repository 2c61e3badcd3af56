// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.smartems.spi.authentication.AuthenticationRequest;
import org.smartems.spi.authentication.DeviceCredential;

/** A request as a test wants it, without credentials at first; the methods that prepare it return the same object. */
public final class FakeAuthenticationRequest implements AuthenticationRequest {

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, DeviceCredential> credentials = new HashMap<>();
    private List<X509Certificate> certificates = List.of();
    private String method = "POST";
    private String target = "/device/config";
    private String system = "this one";

    private FakeAuthenticationRequest() {}

    /**
     * A POST to {@code /device/config} in a system without credentials.
     *
     * @return a new request
     */
    public static FakeAuthenticationRequest of() {
        return new FakeAuthenticationRequest();
    }

    /**
     * Lets the system know a credential that is enabled and allowed.
     *
     * @param username that devices send
     * @param password of it
     * @return this
     */
    public FakeAuthenticationRequest knowing(String username, String password) {
        credentials.put(username, new Credential(username, password));
        return this;
    }

    /**
     * Calls another way.
     *
     * @param otherMethod in upper case
     * @param otherTarget path and query, or the absolute form
     * @return this
     */
    public FakeAuthenticationRequest calling(String otherMethod, String otherTarget) {
        method = otherMethod;
        target = otherTarget;
        return this;
    }

    /**
     * Sends a header.
     *
     * @param name in any case
     * @param value replaces the former one
     * @return this
     */
    public FakeAuthenticationRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /**
     * Shows a client certificate.
     *
     * @param chain the client's own first
     * @return this
     */
    public FakeAuthenticationRequest certificates(List<X509Certificate> chain) {
        certificates = chain;
        return this;
    }

    /**
     * Goes to another system, whose keys are others.
     *
     * @param name two systems of one name are nodes of the same
     * @return this
     */
    public FakeAuthenticationRequest in(String name) {
        system = name;
        return this;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String target() {
        return target;
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public List<X509Certificate> clientCertificates() {
        return certificates;
    }

    @Override
    public Optional<DeviceCredential> credential(String username) {
        return Optional.ofNullable(credentials.get(username));
    }

    @Override
    public byte[] mac(byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(system.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Credential(String username, String password) implements DeviceCredential {

        @Override
        public boolean matches(String given) {
            return MessageDigest.isEqual(
                    password.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
        }
    }
}
