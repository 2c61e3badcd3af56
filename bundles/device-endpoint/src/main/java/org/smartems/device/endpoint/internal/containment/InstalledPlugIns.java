// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.containment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.smartems.device.endpoint.PlugIn;
import org.smartems.device.endpoint.PlugIns;
import org.smartems.spi.authentication.DeviceAuthenticator;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.ProcedureDescription;

/** The plug-ins that serve devices, each in its container. */
@Component(service = {PlugIns.class, InstalledPlugIns.class})
public final class InstalledPlugIns implements PlugIns {

    private final Limits limits;
    private final Watchdog watchdog;
    private final Installed<CommunicationProcedure, ProcedureDescription> procedures = new Installed<>();
    private final Installed<DeviceAuthenticator, String> authenticators = new Installed<>();

    /** Begins without any. */
    @Activate
    public InstalledPlugIns() {
        this(Limits.standard());
    }

    /** Begins without any, with other limits. */
    public InstalledPlugIns(Limits limits) {
        this.limits = limits;
        this.watchdog = new Watchdog(limits);
    }

    /** Stops looking at calls. */
    @Deactivate
    public void close() {
        watchdog.close();
    }

    /** Called when one appears. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addProcedure(CommunicationProcedure procedure) {
        procedures.add(procedure, it -> {
            ProcedureDescription description = it.description();
            return new Installed.Entry<>(
                    it, description, description.id(), container("procedure", description.id(), it));
        });
    }

    /** Called when one goes away. */
    public void removeProcedure(CommunicationProcedure procedure) {
        procedures.remove(procedure);
    }

    /** Called when one appears. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addAuthenticator(DeviceAuthenticator authenticator) {
        authenticators.add(authenticator, it -> {
            String method = it.method();
            return new Installed.Entry<>(it, method, method, container("authenticator", method, it));
        });
    }

    /** Called when one goes away. */
    public void removeAuthenticator(DeviceAuthenticator authenticator) {
        authenticators.remove(authenticator);
    }

    /** A procedure that is installed now. */
    public Optional<Installed.Entry<CommunicationProcedure, ProcedureDescription>> procedure(String id) {
        return procedures.find(id);
    }

    /** An authenticator that is installed now. */
    public Optional<Installed.Entry<DeviceAuthenticator, String>> authenticator(String method) {
        return authenticators.find(method);
    }

    @Override
    public List<PlugIn> all() {
        return containers().map(Container::state).toList();
    }

    @Override
    public boolean restart(String id) {
        Optional<Container> found =
                containers().filter(it -> it.id().equals(id)).findFirst();
        found.ifPresent(Container::restart);
        return found.isPresent();
    }

    private Stream<Container> containers() {
        return Stream.concat(
                authenticators.all().map(Installed.Entry::container),
                procedures.all().map(Installed.Entry::container));
    }

    private Container container(String kind, String id, Object service) {
        return new Container(kind + ":" + id, origin(service), limits, watchdog);
    }

    /** That of the class: a plug-in registers itself. */
    private static PlugIn.Origin origin(Object service) {
        Bundle bundle = FrameworkUtil.getBundle(service.getClass());
        return bundle == null
                ? PlugIn.Origin.UNKNOWN
                : new PlugIn.Origin(
                        bundle.getSymbolicName(), bundle.getVersion().toString());
    }
}
