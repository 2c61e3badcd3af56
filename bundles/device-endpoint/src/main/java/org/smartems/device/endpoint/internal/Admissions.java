// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import org.smartems.device.endpoint.internal.authentication.Attempt;
import org.smartems.device.endpoint.internal.authentication.Authentication;
import org.smartems.device.endpoint.internal.authentication.Proof;
import org.smartems.device.endpoint.internal.http.Incoming;
import org.smartems.device.endpoint.internal.http.Outgoing;
import org.smartems.device.endpoint.internal.http.Refusal;
import org.smartems.fleet.catalogue.Catalogue;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.plugin.InstalledPlugIns;
import org.smartems.platform.plugin.Installed;
import org.smartems.platform.plugin.PlugInAway;
import org.smartems.spi.procedure.CommunicationProcedure;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.procedure.Route;

/** Lets requests in that lead somewhere, of devices that prove who they are. Safe for use by many threads. */
final class Admissions {

    private final Catalogue catalogue;
    private final InstalledPlugIns plugIns;
    private final Authentication authentication;

    Admissions(Catalogue catalogue, InstalledPlugIns plugIns, Authentication authentication) {
        this.catalogue = catalogue;
        this.plugIns = plugIns;
        this.authentication = authentication;
    }

    /**
     * Lets a request in.
     *
     * @throws Refusal to be answered
     * @throws PlugInAway when a plug-in of the device type is not there
     */
    Admission admit(Incoming incoming, Outgoing outgoing) {
        Catalogue.Snapshot present = catalogue.snapshot();
        DeviceType type =
                present.called(incoming.path()).orElseThrow(() -> Refusal.of(404, "no device type is called there"));
        Installed.Entry<CommunicationProcedure, ProcedureDescription> procedure = procedure(type);
        Route route = route(incoming.path(), type, procedure.description());
        Runnable onStuck = () -> outgoing.refuseInstead(Refusal.forNow("the authenticator is stuck"));
        Proof proof = authentication.prove(new Attempt(incoming, present, type, onStuck));
        DeviceType proved = proof.attempt().type();
        if (!proved.procedure().equals(type.procedure())
                || !proved.routePrefix().equals(type.routePrefix())) {
            throw Refusal.forNow("the device type has just been changed");
        }
        return new Admission(proof, procedure, route);
    }

    private Installed.Entry<CommunicationProcedure, ProcedureDescription> procedure(DeviceType type) {
        return plugIns.procedure(type.procedure())
                .orElseThrow(() -> new PlugInAway("procedure:" + type.procedure(), "is not installed"));
    }

    private static Route route(String path, DeviceType type, ProcedureDescription procedure) {
        String prefix = type.routePrefix().equals("/") ? "" : type.routePrefix();
        return procedure.routes().stream()
                .filter(route -> path.equals(prefix + route.path()))
                .findFirst()
                .orElseThrow(() -> Refusal.of(404, "the procedure has no such route"));
    }
}
