// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal;

import java.time.Duration;
import org.smartems.platform.configuration.Configurations;
import org.smartems.platform.configuration.GeneralConfiguration;
import org.smartems.platform.configuration.HiddenDocumentation;
import org.smartems.platform.configuration.LogRetentions;
import org.smartems.platform.configuration.PasswordRules;
import org.smartems.platform.configuration.Retention;
import org.smartems.platform.configuration.RouterIdentifier;

/** The general configuration in memory. */
public final class FakeConfigurations implements Configurations {

    /** Whether configs may be written in Twig. */
    public boolean twig = true;

    private boolean maintenance;
    private RouterIdentifier routers = RouterIdentifier.SERIAL;

    @Override
    public GeneralConfiguration general() {
        Retention forEver = new Retention(0, 0);
        return new GeneralConfiguration(
                maintenance,
                false,
                twig,
                routers,
                15,
                1000,
                0,
                false,
                3,
                Duration.ZERO,
                0,
                new PasswordRules(8, false, false, false, 0),
                new LogRetentions(forEver, forEver, forEver, forEver, forEver),
                new HiddenDocumentation(false, false, false));
    }

    @Override
    public void setMaintenanceMode(boolean on) {
        maintenance = on;
    }

    @Override
    public void setRouterIdentifier(RouterIdentifier identifier) {
        routers = identifier;
    }
}
