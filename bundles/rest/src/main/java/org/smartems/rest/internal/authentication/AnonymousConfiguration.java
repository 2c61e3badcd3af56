// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.authentication;

import org.smartems.platform.configuration.GeneralConfiguration;
import org.smartems.platform.configuration.HiddenDocumentation;
import org.smartems.platform.configuration.PasswordRules;

/**
 * What everybody may know of the configuration. Members whose feature no installed bundle provides say that it is off;
 * certificate dates are left out while there is no certificate.
 */
record AnonymousConfiguration(
        boolean maintenanceMode,
        boolean configGeneratorPhp,
        boolean configGeneratorTwig,
        boolean isScepAvailable,
        boolean isVpnAvailable,
        boolean isTotpEnabled,
        boolean isTotpSecretGenerated,
        boolean isRadiusEnabled,
        boolean disableAdminRestApiDocumentation,
        boolean disableSmartemsRestApiDocumentation,
        boolean disableVpnSecuritySuiteRestApiDocumentation,
        int passwordMinimumLength,
        int passwordBlockReuseOldPasswordCount,
        boolean passwordDigitRequired,
        boolean passwordBigSmallCharRequired,
        boolean passwordSpecialCharRequired,
        String singleSignOn) {

    static AnonymousConfiguration of(GeneralConfiguration general) {
        PasswordRules rules = general.passwordRules();
        HiddenDocumentation hidden = general.hiddenDocumentation();
        return new AnonymousConfiguration(
                general.maintenanceMode(),
                general.configGeneratorPhp(),
                general.configGeneratorTwig(),
                false,
                false,
                false,
                false,
                false,
                hidden.admin(),
                hidden.smartems(),
                hidden.vpnSecuritySuite(),
                rules.minimumLength(),
                rules.blockReuseOldPasswordCount(),
                rules.digitRequired(),
                rules.bigSmallCharRequired(),
                rules.specialCharRequired(),
                "disabled");
    }
}
