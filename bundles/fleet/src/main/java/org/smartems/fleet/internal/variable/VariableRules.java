// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.variable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.smartems.fleet.Variable;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.internal.Violations;
import org.smartems.spi.procedure.Capability;

/** Rules of the variables that people define. */
public final class VariableRules {

    /** Letters, digits and whatever is not ASCII; no digit first. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_\\x{7f}-\\x{10ffff}][A-Za-z0-9_\\x{7f}-\\x{10ffff}]*");
    /** Names of addresses behind the VPN, by host part. */
    private static final Pattern ADDRESSES = Pattern.compile("(vip|pip|virtualIp|physicalIp)_[0-9]+");

    private static final int VALUE_LENGTH = 65_535;

    private VariableRules() {}

    /**
     * Finds broken rules.
     *
     * @param type of the devices
     * @param prefix of the id of the rule when the type has no variables, such as {@code device}
     */
    public static void check(DeviceType type, List<Variable> variables, String prefix, Violations violations) {
        if (variables.isEmpty()) {
            return;
        }
        if (!type.has(Capability.VARIABLES)) {
            violations.add("variables", prefix + ".variablesDisabled");
            return;
        }
        Set<String> predefined = PredefinedVariables.names(type);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < variables.size(); i++) {
            Variable variable = variables.get(i);
            String path = "variables." + i + ".";
            checkName(path + "name", variable.name(), predefined, violations);
            violations.require(seen.add(variable.name()), path + "name", "variable.variableNameNotUnique");
            violations.required(path + "variableValue", variable.value(), VALUE_LENGTH);
            violations.require(
                    variable.value().isBlank() || fits(variable), path + "variableValue", "variable.valueInvalid");
        }
    }

    /** Finds what is wrong with a variable for devices of any type. */
    public static void checkAnywhere(Variable variable, Violations violations) {
        checkName("name", variable.name(), Set.of(), violations);
        violations.required("variableValue", variable.value(), VALUE_LENGTH);
        violations.require(variable.value().isBlank() || fits(variable), "variableValue", "variable.valueInvalid");
    }

    /** Whether its value is one of its type. */
    public static boolean fits(Variable variable) {
        return Casting.cast(variable).isPresent();
    }

    /** Whether devices of a type have a variable of a name without anybody defining it. */
    public static boolean isPredefined(DeviceType type, String name) {
        return PredefinedVariables.names(type).contains(name);
    }

    /**
     * Finds what is wrong with a name.
     *
     * @param predefined names that are taken
     */
    public static void checkName(String path, String name, Set<String> predefined, Violations violations) {
        violations.required(path, name);
        if (name.isBlank()) {
            return;
        }
        violations.require(NAME.matcher(name).matches(), path, "variableName.invalid");
        violations.require(!name.equals("this"), path, "variableName.thisNotAllowed");
        boolean used = predefined.contains(name) || ADDRESSES.matcher(name).matches();
        violations.require(!used, path, "variable.variableNameUsedInPredefinedVariables");
    }
}
