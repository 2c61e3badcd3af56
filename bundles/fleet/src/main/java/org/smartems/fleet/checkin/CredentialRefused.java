// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.checkin;

import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;

/**
 * The credential of a contact no longer holds, or the device is bound to another one. Nothing was stored; the caller
 * tells {@link CheckIns#failed}.
 */
public final class CredentialRefused extends PlatformException {

    private static final long serialVersionUID = 1L;

    /**
     * Built by the fleet bundle.
     *
     * @param message why, for the log of the server
     */
    public CredentialRefused(String message) {
        super(ErrorCategory.UNAUTHENTICATED, "credentialRefused", message);
    }
}
