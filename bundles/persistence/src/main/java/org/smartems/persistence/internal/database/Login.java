// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.database;

/** Which database, and as whom; two equal ones lead to the same tables. */
record Login(String url, String user, String password) {

    @Override
    public String toString() {
        return "login of " + user; // an address may carry a password
    }
}
