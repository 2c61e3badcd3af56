// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.smartems.api.error.FieldError;
import org.smartems.fleet.devicetype.DeviceTypeOptions;
import org.smartems.fleet.devicetype.DeviceTypeOptions.Switched;
import org.smartems.fleet.internal.Violations;
import org.smartems.platform.configuration.RelativeTime;
import org.smartems.spi.procedure.Capability;

/** Rules of what can be changed while a device type is in use. */
final class OptionRules {

    static final String NO_AUTHENTICATION = "none";

    static final List<String> ICONS = List.of(
            "router",
            "star",
            "computer",
            "devices",
            "cellTower",
            "linkOff",
            "api",
            "hub",
            "settingsInputAntenna",
            "cloudSync",
            "deviceHub",
            "search");
    private static final Pattern COLOR = Pattern.compile("#[0-9A-Fa-f]{6}");
    private static final Set<String> METHODS = Set.of("basic", "digest");
    private static final Set<String> OF_SECRETS = Set.of("secret", "both", "userIfSecretMissing");
    private static final Set<String> MASQUERADE_TYPES = Set.of("disabled", "default", "advanced");

    private final Predicate<String> authenticators;
    private final Violations violations;

    /**
     * Rules.
     *
     * @param authenticators tells whether a way to log in is installed
     * @param violations collects what breaks them
     */
    OptionRules(Predicate<String> authenticators, Violations violations) {
        this.authenticators = authenticators;
        this.violations = violations;
    }

    void check(Set<Capability> capabilities, DeviceTypeOptions options) {
        violations.required("icon", options.icon());
        violations.require(options.icon().isEmpty() || ICONS.contains(options.icon()), "icon", "enum");
        violations.required("color", options.color());
        violations.require(
                options.color().isEmpty() || COLOR.matcher(options.color()).matches(), "color", "cssColor");
        checkAuthentication(options);
        if (capabilities.contains(Capability.DEVICE_COMMANDS)) {
            violations.atLeast("deviceCommandMaxRetries", options.commands().maxRetries(), 0);
            checkDuration(options.commands().expireDuration());
        }
        checkNumber("configMinRsrp", options.configMinRsrp());
        checkNumber("firmwareMinRsrp", options.firmwareMinRsrp());
        if (options.connectionAggregation().on()) {
            violations.atLeast(
                    "connectionAggregationPeriod",
                    options.connectionAggregation().value(),
                    1);
        }
        checkNetwork(options);
    }

    private void checkAuthentication(DeviceTypeOptions options) {
        String method = options.authenticationMethod();
        violations.required("authenticationMethod", method);
        if (method.isEmpty() || method.equals(NO_AUTHENTICATION)) {
            return;
        }
        if (method.equals("x509")) {
            // no certificate types exist
            violations.add(
                    "deviceTypeCertificateTypeCredential", "deviceType.deviceTypeCertificateTypeCredentialMissing");
            return;
        }
        violations.require(METHODS.contains(method) || authenticators.test(method), "authenticationMethod", "enum");
        String source = options.credentialsSource();
        if (source.isEmpty()) {
            violations.add("credentialsSource", "deviceType.credentialsSourceMissing");
        } else if (OF_SECRETS.contains(source)) {
            // no secrets of device types exist
            violations.add("deviceTypeSecretCredential", "deviceType.deviceTypeSecretCredentialMissing");
        } else {
            violations.require(source.equals("user"), "credentialsSource", "enum");
        }
    }

    private void checkDuration(String duration) {
        violations.required("deviceCommandExpireDuration", duration);
        if (duration.isBlank()) {
            return;
        }
        try {
            boolean positive = RelativeTime.parse(duration).toSeconds() > 0;
            violations.require(positive, "deviceCommandExpireDuration", "dateModifier");
        } catch (IllegalArgumentException e) {
            violations.add("deviceCommandExpireDuration", "dateModifier");
        }
    }

    private void checkNumber(String path, Switched number) {
        violations.require(!number.on() || number.value().isPresent(), path, "required");
    }

    private void checkNetwork(DeviceTypeOptions options) {
        options.virtualSubnetCidr().ifPresent(cidr -> {
            if (cidr < 1 || cidr > 32) {
                String id = cidr < 1 ? "validation.rangeMin" : "validation.rangeMax";
                violations.add(FieldError.of("virtualSubnetCidr", id).with("limit", cidr < 1 ? 1 : 32));
            }
        });
        String type = options.masqueradeType();
        violations.require(type.isEmpty() || MASQUERADE_TYPES.contains(type), "masqueradeType", "enum");
    }
}
