// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.device;

import java.util.Map;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;

/** The config of a device cannot be made: CONFLICT, for the config or a variable is to be repaired. */
public final class ConfigGenerationException extends PlatformException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> parameters;

    /**
     * A config that cannot be made.
     *
     * @param code id of the message, as in the communication log
     * @param parameters of the message: the config's name, the device's identifier, cause, and line where it is known
     * @param cause of the failure, or null
     */
    public ConfigGenerationException(String code, Map<String, Object> parameters, Throwable cause) {
        super(ErrorCategory.CONFLICT, code, "The config cannot be made: " + parameters.get("cause"), cause);
        this.parameters = Map.copyOf(parameters);
    }

    /**
     * What the message is filled with.
     *
     * @return {@code nameConfig}, {@code identifier}, {@code cause}, and {@code line} where it is known
     */
    public Map<String, Object> parameters() {
        return parameters;
    }
}
