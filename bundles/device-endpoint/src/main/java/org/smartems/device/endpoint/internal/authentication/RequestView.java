// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.authentication;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.smartems.device.endpoint.internal.http.Incoming;
import org.smartems.fleet.catalogue.Catalogue;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.spi.authentication.AuthenticationRequest;
import org.smartems.spi.authentication.DeviceCredential;

/** What an authenticator sees: of the credentials only those that can open the device type. */
record RequestView(Incoming incoming, Catalogue.Snapshot catalogue, DeviceType type, Keys keys)
        implements AuthenticationRequest {

    @Override
    public String method() {
        return incoming.method();
    }

    @Override
    public String target() {
        return incoming.target();
    }

    @Override
    public Optional<String> header(String name) {
        return incoming.header(name);
    }

    @Override
    public List<X509Certificate> clientCertificates() {
        return incoming.certificates();
    }

    @Override
    public Optional<DeviceCredential> credential(String username) {
        return catalogue
                .credential(username)
                .filter(credential -> credential.isFor(type.id()))
                .map(DeviceCredential.class::cast);
    }

    @Override
    public byte[] mac(byte[] data) {
        return keys.mac(type.authenticationMethod(), data);
    }
}
