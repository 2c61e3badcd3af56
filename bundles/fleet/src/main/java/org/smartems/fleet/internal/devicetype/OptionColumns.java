// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import java.util.Map;
import java.util.OptionalInt;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Embeddable;
import org.smartems.fleet.devicetype.DeviceTypeOptions;
import org.smartems.fleet.devicetype.DeviceTypeOptions.Commands;
import org.smartems.fleet.devicetype.DeviceTypeOptions.Switched;
import org.smartems.fleet.internal.store.SettingsConverter;

/** What can be changed while a device type is in use. Numbers whose switch is off keep their last value. */
@Embeddable
public class OptionColumns {

    private String icon;
    private String color;

    /** With the secret ones sealed. */
    @Column(name = "procedure_settings")
    @Convert(converter = SettingsConverter.class)
    private Map<String, Object> procedureSettings = Map.of();

    @Column(name = "authentication_method")
    private String authenticationMethod;

    @Column(name = "credentials_source")
    private String credentialsSource;

    @Column(name = "bind_identity")
    private boolean bindIdentity;

    @Column(name = "enable_config_logs")
    private boolean configLogs;

    @Column(name = "device_command_max_retries")
    private int commandMaxRetries = 3;

    @Column(name = "device_command_expire_duration")
    private String commandExpireDuration = "+4 hours";

    @Column(name = "enable_config_min_rsrp")
    private boolean enableConfigMinRsrp;

    @Column(name = "config_min_rsrp")
    private int configMinRsrp = -116;

    @Column(name = "enable_firmware_min_rsrp")
    private boolean enableFirmwareMinRsrp;

    @Column(name = "firmware_min_rsrp")
    private int firmwareMinRsrp = -116;

    @Column(name = "enable_connection_aggregation")
    private boolean enableConnectionAggregation;

    @Column(name = "connection_aggregation_period")
    private int connectionAggregationPeriod = 24;

    @Column(name = "virtual_subnet_cidr")
    private int virtualSubnetCidr = 32;

    @Column(name = "masquerade_type")
    private String masqueradeType = "disabled";

    /** With the defaults of a type whose switches are off. */
    protected OptionColumns() {}

    /** The settings of the procedure are kept: they need their secrets sealed. */
    void set(DeviceTypeOptions options) {
        icon = options.icon();
        color = options.color();
        authenticationMethod = options.authenticationMethod();
        credentialsSource = options.credentialsSource().isEmpty() ? null : options.credentialsSource();
        bindIdentity = options.bindIdentity();
        configLogs = options.configLogs();
        commandMaxRetries = options.commands().maxRetries().orElse(commandMaxRetries);
        if (!options.commands().expireDuration().isEmpty()) {
            commandExpireDuration = options.commands().expireDuration();
        }
        enableConfigMinRsrp = options.configMinRsrp().on();
        configMinRsrp = options.configMinRsrp().value().orElse(configMinRsrp);
        enableFirmwareMinRsrp = options.firmwareMinRsrp().on();
        firmwareMinRsrp = options.firmwareMinRsrp().value().orElse(firmwareMinRsrp);
        enableConnectionAggregation = options.connectionAggregation().on();
        connectionAggregationPeriod = options.connectionAggregation().value().orElse(connectionAggregationPeriod);
        virtualSubnetCidr = options.virtualSubnetCidr().orElse(virtualSubnetCidr);
        if (!options.masqueradeType().isEmpty()) {
            masqueradeType = options.masqueradeType();
        }
    }

    void setProcedureSettings(Map<String, Object> sealed) {
        procedureSettings = sealed;
    }

    Map<String, Object> procedureSettings() {
        return procedureSettings;
    }

    /**
     * All of them.
     *
     * @param settings of the procedure, without sealed ones
     */
    DeviceTypeOptions options(Map<String, Object> settings) {
        return new DeviceTypeOptions(
                icon,
                color,
                settings,
                authenticationMethod,
                credentialsSource == null ? "" : credentialsSource,
                bindIdentity,
                configLogs,
                new Commands(OptionalInt.of(commandMaxRetries), commandExpireDuration),
                new Switched(enableConfigMinRsrp, OptionalInt.of(configMinRsrp)),
                new Switched(enableFirmwareMinRsrp, OptionalInt.of(firmwareMinRsrp)),
                new Switched(enableConnectionAggregation, OptionalInt.of(connectionAggregationPeriod)),
                OptionalInt.of(virtualSubnetCidr),
                masqueradeType);
    }
}
