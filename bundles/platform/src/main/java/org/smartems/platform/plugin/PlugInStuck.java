// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.plugin;

import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;

/** The call took too long, and somebody else has answered for it: its thread has nothing more to do. */
public final class PlugInStuck extends PlatformException {

    private static final long serialVersionUID = 1L;

    PlugInStuck(String plugIn) {
        super(ErrorCategory.UNAVAILABLE, "plugInStuck", plugIn + " has taken too long");
    }
}
