// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

/**
 * Work that an answer hands out. A text is empty where the answer has none.
 *
 * @param command name of the command, of an edge gateway
 * @param transactionId of the command, of an edge gateway
 * @param config the config: JSON text when it came as JSON
 * @param configIsText whether an edge gateway got its config as a string
 * @param firmwareUrl where the firmware is
 * @param md5 checksum of the firmware
 * @param firmwareVersion version of the firmware
 */
public record Task(
        String command,
        String transactionId,
        String config,
        boolean configIsText,
        String firmwareUrl,
        String md5,
        String firmwareVersion) {

    /** No work. */
    public static final Task NONE = new Task("", "", "", false, "", "", "");

    /**
     * A config for a router.
     *
     * @param config the text, unchanged
     * @return a task
     */
    public static Task config(String config) {
        return new Task("", "", config, false, "", "", "");
    }

    /**
     * A firmware for a router.
     *
     * @param url where it is
     * @param md5 its checksum, may be empty
     * @return a task
     */
    public static Task firmware(String url, String md5) {
        return new Task("", "", "", false, url, md5, "");
    }
}
