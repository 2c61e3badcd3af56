// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.recording;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.smartems.fleet.catalogue.Catalogue;
import org.smartems.persistence.DatabaseUnavailable;

/** Makes recorders for tests of other packages. */
public final class RecorderAccess {

    private RecorderAccess() {}

    /** One whose devices have a variable with a secret, and that nobody audits, or nobody can. */
    public static ExchangeRecorder of(Catalogue catalogue, Path home, AtomicBoolean untold) {
        return new ExchangeRecorder(
                catalogue,
                identifier -> Set.of("of-the-variable"),
                (author, type, order, directory) -> {
                    if (untold.get()) {
                        throw new DatabaseUnavailable("The database is away", null);
                    }
                },
                home);
    }
}
