// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.devicetype;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What can be changed while a device type is in use; an absent number or text belongs to a switch that is off, and
 * keeps what is stored.
 *
 * @param icon one of the console's
 * @param color {@code #rrggbb}
 * @param procedureSettings by name; an absent secret keeps its value, an empty one loses it
 * @param authenticationMethod of a device authenticator, or {@code none}
 * @param credentialsSource {@code user}, or empty when there is no authentication
 * @param bindIdentity whether the first credential of a device becomes its only one
 * @param configLogs whether configs are logged
 * @param commands how commands are repeated and expire
 * @param configMinRsrp weakest signal for configs
 * @param firmwareMinRsrp weakest signal for firmware
 * @param connectionAggregation whether contacts are counted, over how many hours
 * @param virtualSubnetCidr size of the virtual subnet of a device
 * @param masqueradeType how a device masquerades; empty when it does not
 */
public record DeviceTypeOptions(
        String icon,
        String color,
        Map<String, Object> procedureSettings,
        String authenticationMethod,
        String credentialsSource,
        boolean bindIdentity,
        boolean configLogs,
        Commands commands,
        Switched configMinRsrp,
        Switched firmwareMinRsrp,
        Switched connectionAggregation,
        OptionalInt virtualSubnetCidr,
        String masqueradeType) {

    /** Copies the settings. */
    public DeviceTypeOptions {
        procedureSettings = Collections.unmodifiableMap(new LinkedHashMap<>(procedureSettings));
    }

    /**
     * How commands are repeated and expire.
     *
     * @param maxRetries how often a failed one is sent again
     * @param expireDuration relative time such as {@code +4 hours}; may be empty
     */
    public record Commands(OptionalInt maxRetries, String expireDuration) {}

    /**
     * A number with a switch of its own.
     *
     * @param on whether it counts
     * @param value the number
     */
    public record Switched(boolean on, OptionalInt value) {

        /**
         * A number that counts.
         *
         * @param value the number
         * @return switched on
         */
        public static Switched on(int value) {
            return new Switched(true, OptionalInt.of(value));
        }

        /**
         * A number that does not count.
         *
         * @return switched off, what is stored stays
         */
        public static Switched off() {
            return new Switched(false, OptionalInt.empty());
        }
    }

    /**
     * The same options with another way to log in.
     *
     * @param method of a device authenticator, or {@code none}
     * @param source {@code user}, or empty
     * @return a copy
     */
    public DeviceTypeOptions withAuthentication(String method, String source) {
        return new DeviceTypeOptions(
                icon,
                color,
                procedureSettings,
                method,
                source,
                bindIdentity,
                configLogs,
                commands,
                configMinRsrp,
                firmwareMinRsrp,
                connectionAggregation,
                virtualSubnetCidr,
                masqueradeType);
    }

    /**
     * The same options with other settings of the procedure.
     *
     * @param settings by name
     * @return a copy
     */
    public DeviceTypeOptions withProcedureSettings(Map<String, Object> settings) {
        return new DeviceTypeOptions(
                icon,
                color,
                settings,
                authenticationMethod,
                credentialsSource,
                bindIdentity,
                configLogs,
                commands,
                configMinRsrp,
                firmwareMinRsrp,
                connectionAggregation,
                virtualSubnetCidr,
                masqueradeType);
    }
}
