// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests.misbehaving;

import java.util.List;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.smartems.spi.authentication.DeviceAuthenticator;
import org.smartems.spi.config.ConfigGenerator;
import org.smartems.spi.devicetype.DeviceTypePreset;
import org.smartems.spi.devicetype.PredefinedDeviceType;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.ProcedureDescription;

/** Runs in the server: plug-ins that do whatever a plug-in must not do, and one beside them that does nothing wrong. */
public final class Activator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        context.registerService(CommunicationProcedure.class, new TestProcedure("calm"), null);
        context.registerService(CommunicationProcedure.class, new TestProcedure("wild"), null);
        context.registerService(CommunicationProcedure.class, new TestProcedure("router"), null);
        context.registerService(CommunicationProcedure.class, new Nameless(), null);
        context.registerService(DeviceAuthenticator.class, new TestAuthenticator(), null);
        context.registerService(ConfigGenerator.class, new TestGenerator(), null);
        context.registerService(DeviceTypePreset.class, () -> List.of(type("calm"), type("wild")), null);
        context.registerService(
                DeviceTypePreset.class,
                () -> List.of(PredefinedDeviceType.of("taken", "Taken", "calm").calledAt("/calm", "basic")),
                null);
    }

    @Override
    public void stop(BundleContext context) {
        TestProcedure.release();
    }

    private static PredefinedDeviceType type(String id) {
        return PredefinedDeviceType.of(id, id, id).calledAt("/" + id, "basic");
    }

    private static final class Nameless implements CommunicationProcedure {

        @Override
        public ProcedureDescription description() {
            throw new IllegalStateException("not today");
        }

        @Override
        public org.smartems.spi.procedure.DeviceResponse handle(org.smartems.spi.procedure.DeviceExchange exchange) {
            throw new IllegalStateException("never called");
        }
    }
}
