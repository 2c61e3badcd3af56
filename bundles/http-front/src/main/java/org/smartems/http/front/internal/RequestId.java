// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Made here for every request: one that a client chooses could forge log lines. */
final class RequestId {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestId() {}

    static String next() {
        byte[] id = new byte[16];
        RANDOM.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
