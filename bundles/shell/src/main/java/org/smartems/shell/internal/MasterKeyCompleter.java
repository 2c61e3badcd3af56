// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.osgi.framework.BundleContext;
import org.smartems.persistence.encryption.EncryptionKeys;
import org.smartems.shell.Services;

/** Completes fingerprints of master keys that are not in use. */
@Service
public final class MasterKeyCompleter implements Completer {

    @Reference
    BundleContext context;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        StringsCompleter fingerprints = new StringsCompleter();
        Services.use(context, EncryptionKeys.class, EncryptionKeys::masterKeys).stream()
                .filter(key -> key.usedSince().isEmpty())
                .forEach(key -> fingerprints.getStrings().add(key.fingerprint()));
        return fingerprints.complete(session, line, candidates);
    }
}
