// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import java.time.Duration;
import org.smartems.platform.configuration.Configurations;
import org.smartems.platform.configuration.GeneralConfiguration;
import org.smartems.platform.configuration.HiddenDocumentation;
import org.smartems.platform.configuration.LogRetentions;
import org.smartems.platform.configuration.PasswordRules;
import org.smartems.platform.configuration.Retention;
import org.smartems.platform.configuration.RouterIdentifier;

/** Knows which documentation is switched off, and can change nothing. */
final class FakeConfigurations implements Configurations {

    HiddenDocumentation hidden = new HiddenDocumentation(false, false, false);

    @Override
    public GeneralConfiguration general() {
        Retention forEver = new Retention(0, 0);
        return new GeneralConfiguration(
                false,
                false,
                true,
                RouterIdentifier.SERIAL,
                15,
                1000,
                0,
                false,
                3,
                Duration.ZERO,
                0,
                new PasswordRules(8, false, false, false, 0),
                new LogRetentions(forEver, forEver, forEver, forEver, forEver),
                hidden);
    }

    @Override
    public void setMaintenanceMode(boolean on) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setRouterIdentifier(RouterIdentifier identifier) {
        throw new UnsupportedOperationException();
    }
}
