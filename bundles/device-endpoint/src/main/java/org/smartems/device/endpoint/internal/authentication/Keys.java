// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.authentication;

import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One key for each authenticator, the same on every node. */
final class Keys {

    private static final String ALGORITHM = "HmacSHA256";

    private final Map<String, Mac> byMethod = new ConcurrentHashMap<>();
    private final Function<String, byte[]> derivedKey;

    Keys(Function<String, byte[]> derivedKey) {
        this.derivedKey = derivedKey;
    }

    byte[] mac(String method, byte[] data) {
        try {
            // a copy: to look for the algorithm and begin with the key takes as long as the rest
            Mac mac = (Mac) byMethod.computeIfAbsent(method, this::begun).clone();
            return mac.doFinal(data);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The " + ALGORITHM + " of this Java cannot be copied", e);
        }
    }

    private Mac begun(String method) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(derivedKey.apply("device-authenticator/" + method), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }
}
