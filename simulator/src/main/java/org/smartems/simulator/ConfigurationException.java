// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import java.util.List;

/** A configuration that cannot be used; the message names every setting that is wrong and why. */
public final class ConfigurationException extends RuntimeException {

    /**
     * A configuration that cannot be used.
     *
     * @param problems each names a setting and what is wrong with it
     */
    public ConfigurationException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
