// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

/**
 * What a device told its server of earlier work, besides who it is.
 *
 * @param transactionId of the command that it reported on, may be empty
 * @param config whether it sent the config that it has
 * @param diagnoseData whether it sent diagnose data
 */
public record Reported(String transactionId, boolean config, boolean diagnoseData) {

    /** What a device without earlier work tells. */
    public static final Reported NOTHING = new Reported("", false, false);
}
