// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.plugin;

import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;

/** A plug-in that is not installed, busy, faulty, or too slow: the device is to come again. */
public final class PlugInAway extends PlatformException {

    private static final long serialVersionUID = 1L;

    /** Says which one and why, for the log. */
    public PlugInAway(String plugIn, String reason) {
        super(ErrorCategory.UNAVAILABLE, "plugInUnavailable", plugIn + " " + reason);
    }
}
