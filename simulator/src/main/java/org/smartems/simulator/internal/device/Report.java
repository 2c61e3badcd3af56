// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.device;

/** What an edge gateway will say of a command; category and message are empty unless it failed. */
record Report(String command, String transactionId, String status, String category, int pid, String message) {

    static Report success(String command, String transactionId) {
        return new Report(command, transactionId, "success", "", 0, "");
    }
}
