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

    private final Map<String, SecretKeySpec> byMethod = new ConcurrentHashMap<>();
    private final Function<String, byte[]> derivedKey;

    Keys(Function<String, byte[]> derivedKey) {
        this.derivedKey = derivedKey;
    }

    byte[] mac(String method, byte[] data) {
        SecretKeySpec key = byMethod.computeIfAbsent(
                method, name -> new SecretKeySpec(derivedKey.apply("device-authenticator/" + name), ALGORITHM));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }
}
