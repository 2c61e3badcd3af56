// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.recording;

import java.nio.file.Path;
import java.util.Set;
import org.smartems.fleet.catalogue.Catalogue;

/** Makes recorders for tests of other packages. */
public final class RecorderAccess {

    private RecorderAccess() {}

    /** One whose devices have a variable with a secret, and that nobody audits. */
    public static ExchangeRecorder of(Catalogue catalogue, Path home) {
        return new ExchangeRecorder(
                catalogue, identifier -> Set.of("of-the-variable"), (author, type, order, directory) -> {}, home);
    }
}
