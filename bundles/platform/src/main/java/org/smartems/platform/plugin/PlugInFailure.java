// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.plugin;

import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;

/** A plug-in has thrown, or answered with nothing or nonsense. It is counted and logged already. */
public final class PlugInFailure extends PlatformException {

    private static final long serialVersionUID = 1L;

    PlugInFailure(String plugIn, Throwable cause) {
        super(ErrorCategory.INTERNAL, "plugInFailed", plugIn + " has failed", cause);
    }
}
