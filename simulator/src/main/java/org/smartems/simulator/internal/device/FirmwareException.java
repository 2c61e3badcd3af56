// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.device;

/** A firmware that could not be fetched or is not to be installed. */
final class FirmwareException extends Exception {

    private final String category;

    FirmwareException(String category, String message) {
        super(message);
        this.category = category;
    }

    /** As edge gateways report it. */
    String category() {
        return category;
    }
}
