// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import java.io.IOException;
import java.nio.file.Path;

/** Where the programs of the server come from. */
public interface Binaries {

    /** The directory that holds {@code initdb} and {@code postgres}; the given one may be used to unpack them into. */
    Path install(Path directory) throws IOException, StartFailure, InterruptedException;

    /** The major version, such as 17; asked after {@link #install}. */
    String major() throws IOException, InterruptedException;

    /** Removes what earlier versions left; called when the server of this version answers. */
    default void tidy(Path directory) throws IOException {}
}
