// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal;

import java.time.Duration;
import org.smartems.platform.configuration.Configurations;
import org.smartems.platform.configuration.GeneralConfiguration;
import org.smartems.platform.configuration.PasswordRules;

/** The general configuration with one switch. */
public final class FakeConfigurations implements Configurations {

    /** Whether configs may be written in Twig. */
    public boolean twig = true;

    @Override
    public GeneralConfiguration general() {
        return new GeneralConfiguration(
                false, false, twig, 0, false, 3, Duration.ZERO, 0, new PasswordRules(8, false, false, false, 0));
    }
}
