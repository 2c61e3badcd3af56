// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.authentication;

/**
 * A password that somebody chose, as typed twice.
 *
 * @param password may be null when it was not given
 * @param repeat may be null when it was not given
 */
public record NewPassword(String password, String repeat) {

    @Override
    public String toString() {
        return "NewPassword[masked]";
    }
}
