// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.encryption;

import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;

/** A value could not be sealed or opened. The message names the place, never the data. */
public final class EncryptionException extends PlatformException {

    private static final long serialVersionUID = 1L;

    /**
     * Built by the persistence bundle.
     *
     * @param message one sentence for people, without data
     * @param cause for the log; may be null
     */
    public EncryptionException(String message, Throwable cause) {
        super(ErrorCategory.INTERNAL, "encryptionFailed", message, cause);
    }
}
