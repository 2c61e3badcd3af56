// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.util.ArrayList;
import java.util.List;
import org.smartems.resource.Deny;
import org.smartems.resource.Permission;
import org.smartems.resource.Sql;

/** Why something cannot be done with a device now; conditions on the tables of {@link DeviceShape}. */
final class DeviceDenies {

    private static final String DENIED = "accessDenied";
    private static final String VERSION =
            "case when d.staging then coalesce(t.staging_version_id, t.production_version_id)"
                    + " else t.production_version_id end";

    private DeviceDenies() {}

    static Deny[] all() {
        List<Deny> rules = new ArrayList<>();
        rules.add(missing("certificateType", DENIED, "disabledInDeviceType", "certificateTypeNotApplicable"));
        rules.add(operators("enable").when("alreadyEnabled", "d.enabled"));
        rules.add(operators("disable").when("alreadyDisabled", "not d.enabled"));
        rules.add(operators("variableAdd").when("variablesDisabled", lacks("hasVariables")));
        rules.add(operators("variableDelete").when("variablesDisabled", lacks("hasVariables")));
        rules.add(operators("templateApply").when("templatesDisabled", lacks("hasTemplates")));
        rules.add(generateConfig("commonGenerateConfig", 0));
        rules.add(generateConfig("generateConfigPrimary", 1));
        rules.add(generateConfig("generateConfigSecondary", 2));
        rules.add(generateConfig("generateConfigTertiary", 3));
        List.of(
                        "batchReinstallConfig",
                        "batchReinstallFirmware",
                        "batchRequestDiagnose",
                        "batchRequestConfig",
                        "accessTagAdd",
                        "accessTagDelete",
                        "predefinedVariables")
                .forEach(key -> rules.add(operators(key)));
        rules.addAll(logs());
        rules.add(Deny.of("edit").unless(Permission.ADMIN, Permission.SMARTEMS, Permission.VPN));
        rules.add(missing("vpnActions", DENIED, "deviceTypeHasNoVpnCapability"));
        rules.add(operators("duplicate"));
        rules.add(Deny.of("delete").unless(Permission.ADMIN));
        rules.addAll(vpn());
        return rules.toArray(Deny[]::new);
    }

    private static List<Deny> logs() {
        String noConfig = lacks("hasConfig1") + " and " + lacks("hasConfig2") + " and " + lacks("hasConfig3");
        return List.of(
                Deny.of("showConfigExpand")
                        .when("templatesDisabled", lacks("hasTemplates"))
                        .when("deviceTypeHasNoConfigCapability", noConfig),
                operators("logs"),
                operators("communicationLogs")
                        .when(
                                "deviceTypeHasNoCommunicationCapability",
                                "y.communication_procedure in ('none', 'noneScep', 'noneVpn')"),
                operators("deviceCommands").when("deviceTypeHasNoDeviceCommandsCapability", lacks("hasDeviceCommands")),
                operators("diagnoseLogs").when("deviceTypeHasNoRequestDiagnoseCapability", lacks("hasRequestDiagnose")),
                operators("configLogs").when("deviceTypeHasNoConfigCapability", noConfig),
                missing("vpnLogs", DENIED, "deviceTypeHasNoVpnCapability"),
                missing("secretLogs", DENIED));
    }

    private static List<Deny> vpn() {
        return List.of(
                missing(
                        "vpnCloseConnection",
                        DENIED,
                        "disabledInDeviceType",
                        "connectionNotAvailable",
                        "vpnSecuritySuiteBlocked",
                        "vpnSecuritySuiteInvalidConfiguration"),
                missing(
                        "downloadVpnConfig",
                        DENIED,
                        "notAvailable",
                        "disabledInDeviceType",
                        "noCertificate",
                        "noVpnIp"),
                missing(
                        "vpnOpenConnection",
                        "vpnSecuritySuiteBlocked",
                        "vpnSecuritySuiteInvalidConfiguration",
                        DENIED,
                        "disabledInDeviceType",
                        "noCertificate",
                        "noVpnIp",
                        "noPhysicalIp",
                        "notConnectedToVpn",
                        "userNotConnectedToVpn",
                        "alreadyConnected"));
    }

    /** Of a slot, or of none in particular. */
    private static Deny generateConfig(String key, int slot) {
        Deny deny = operators(key).when("templatesDisabled", lacks("hasTemplates"));
        for (int other = 1; other <= 3; other++) {
            deny = slotted(deny, "config" + other + "Disabled", other == slot, lacks("hasConfig" + other));
        }
        deny = deny.when("templateMissing", "t.id is null").when("templateVersionMising", "(" + VERSION + ") is null");
        for (int other = 1; other <= 3; other++) {
            String missing = "not exists (select 1 from fleet_template_version used where used.id = " + VERSION
                    + " and used.config" + other + "_id is not null)";
            deny = slotted(deny, "config" + other + "Missing", other == slot, missing);
        }
        return deny;
    }

    private static Deny slotted(Deny deny, String code, boolean applies, String condition) {
        return applies ? deny.when(code, condition) : deny.when(code, requester -> Sql.FALSE);
    }

    /** Of what this edition does not have: always the first reason. */
    private static Deny missing(String key, String... codes) {
        Deny deny = Deny.of(key);
        for (int i = 0; i < codes.length; i++) {
            Sql holds = Sql.constant(i == 0);
            deny = deny.when(codes[i], requester -> holds);
        }
        return deny;
    }

    private static Deny operators(String key) {
        return Deny.of(key).unless(Permission.ADMIN, Permission.SMARTEMS);
    }

    private static String lacks(String capability) {
        return "not (" + DeviceShape.has("y.capabilities", capability) + ")";
    }
}
