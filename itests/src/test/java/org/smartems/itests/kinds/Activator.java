// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests.kinds;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.smartems.spi.authentication.AuthenticationRequest;
import org.smartems.spi.authentication.DeviceAuthenticator;
import org.smartems.spi.authentication.Verdict;
import org.smartems.spi.config.CompiledConfig;
import org.smartems.spi.config.ConfigGenerator;
import org.smartems.spi.firmware.FirmwareVersioning;
import org.smartems.spi.firmware.VersionRelation;

/** Runs in the server: the kinds of plug-ins that no device family needs to bring, each as simple as it may be. */
public final class Activator implements BundleActivator {

    private static final String ID = "kinds";

    @Override
    public void start(BundleContext context) {
        context.registerService(DeviceAuthenticator.class, new Nobody(), null);
        context.registerService(ConfigGenerator.class, new Unchanged(), null);
        context.registerService(FirmwareVersioning.class, new Unordered(), null);
    }

    @Override
    public void stop(BundleContext context) {
        // the framework takes the services back
    }

    private static final class Nobody implements DeviceAuthenticator {

        @Override
        public String method() {
            return ID;
        }

        @Override
        public Verdict authenticate(AuthenticationRequest request) {
            return Verdict.notMine();
        }

        @Override
        public String challenge(AuthenticationRequest request) {
            return "Kinds";
        }
    }

    private static final class Unchanged implements ConfigGenerator {

        @Override
        public String id() {
            return ID;
        }

        @Override
        public String label() {
            return "Unchanged";
        }

        @Override
        public CompiledConfig compile(String source) {
            return variables -> source;
        }
    }

    private static final class Unordered implements FirmwareVersioning {

        @Override
        public String id() {
            return ID;
        }

        @Override
        public String label() {
            return "Unordered";
        }

        @Override
        public boolean isVersion(String version) {
            return true;
        }

        @Override
        public VersionRelation relate(String version, String other) {
            return version.equals(other) ? VersionRelation.EQUAL : VersionRelation.DIFFERENT;
        }
    }
}
