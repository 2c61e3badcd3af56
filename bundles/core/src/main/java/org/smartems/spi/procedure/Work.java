// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.procedure;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What a device is handed; immutable. The platform has decided it, the procedure words it. */
@ProviderType
public interface Work {

    /**
     * What it is.
     *
     * @return to be switched on with a default branch
     */
    WorkKind kind();

    /**
     * The slot of firmware or config.
     *
     * @return 1 to 3, or 0 for work without a slot
     */
    int slot();

    /**
     * The rendered config.
     *
     * @return empty unless it is a config; never trimmed
     */
    String config();

    /**
     * Whether the config slot is one of JSON: the config is then a JSON document.
     *
     * @return false unless it is a config
     */
    boolean isJson();

    /**
     * The firmware to install.
     *
     * @return empty unless it is firmware
     */
    Optional<FirmwareOffer> firmware();

    /**
     * The command, when the step is delivered as one.
     *
     * @return empty for inline work
     */
    Optional<CommandOffer> command();
}
