// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.connectors;

import java.security.KeyStore;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Keys and certificates that were found usable. */
record ServingKeys(KeyStore store, String password) {

    void useIn(SslContextFactory tls) {
        tls.setKeyStore(store);
        tls.setKeyStorePassword(password);
    }
}
