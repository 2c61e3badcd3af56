// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.plugin;

import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;

/** What a plug-in has called of the platform has failed: no fault of the plug-in. */
public final class PlatformFailure extends PlatformException {

    private static final long serialVersionUID = 1L;

    /** With what the platform has thrown. */
    public PlatformFailure(Throwable cause) {
        super(ErrorCategory.INTERNAL, "internalError", "The platform has failed", cause);
    }
}
