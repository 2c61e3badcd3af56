// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.plugin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.smartems.platform.plugin.Containment;
import org.smartems.platform.plugin.Installed;
import org.smartems.platform.plugin.Limits;
import org.smartems.platform.plugin.PlugIn;
import org.smartems.platform.plugin.PlugInSource;
import org.smartems.spi.authentication.DeviceAuthenticator;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.ProcedureDescription;

/**
 * The plug-ins that serve devices, each in its container. Each is asked once what it is, so that all who use it agree.
 * Safe for use by many threads.
 */
@Component(service = {PlugInSource.class, InstalledPlugIns.class})
public final class InstalledPlugIns implements PlugInSource {

    private final Containment containment;
    private final Installed<CommunicationProcedure, ProcedureDescription> procedures;
    private final Installed<DeviceAuthenticator, String> authenticators;

    /** Begins without any. */
    @Activate
    public InstalledPlugIns() {
        this(Limits.standard());
    }

    /** Begins without any, with other limits. */
    public InstalledPlugIns(Limits limits) {
        containment = new Containment(limits);
        procedures = new Installed<>("procedure", containment, InstalledPlugIns::about);
        authenticators = new Installed<>("authenticator", containment, InstalledPlugIns::about);
    }

    /** Stops looking at calls. */
    @Deactivate
    public void close() {
        containment.close();
    }

    /** Called when one appears. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addProcedure(CommunicationProcedure procedure) {
        procedures.add(procedure);
    }

    /** Called when one goes away. */
    public void removeProcedure(CommunicationProcedure procedure) {
        procedures.remove(procedure);
    }

    /** Called when one appears. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addAuthenticator(DeviceAuthenticator authenticator) {
        authenticators.add(authenticator);
    }

    /** Called when one goes away. */
    public void removeAuthenticator(DeviceAuthenticator authenticator) {
        authenticators.remove(authenticator);
    }

    /** The ids of the procedures that are installed now, in alphabetical order. */
    public List<String> procedures() {
        return procedures.ids();
    }

    /** The methods of the authenticators that are installed now, in alphabetical order. */
    public List<String> authenticators() {
        return authenticators.ids();
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
    public List<PlugIn> plugIns() {
        return Stream.concat(authenticators.plugIns().stream(), procedures.plugIns().stream())
                .toList();
    }

    @Override
    public boolean restart(String id) {
        return authenticators.restart(id) || procedures.restart(id);
    }

    private static Installed.About<ProcedureDescription> about(CommunicationProcedure procedure) {
        ProcedureDescription description = procedure.description();
        return new Installed.About<>(description.id(), description.label(), description);
    }

    private static Installed.About<String> about(DeviceAuthenticator authenticator) {
        String method = authenticator.method();
        return new Installed.About<>(method, method, method);
    }
}
