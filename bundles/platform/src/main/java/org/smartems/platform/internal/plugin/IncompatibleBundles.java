// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.plugin;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.resource.Namespace;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.smartems.platform.plugin.PlugIn;
import org.smartems.platform.plugin.PlugInSource;

/**
 * Bundles that are installed and need packages that this server does not have: mostly plug-ins that were built for
 * another version of it. Nothing of them runs, so that no other kind of plug-in would show them.
 */
@Component
public final class IncompatibleBundles implements PlugInSource {

    private static final PlugIn.Counts NO_CALLS = new PlugIn.Counts(0, 0, 0, 0, 0);
    private static final int LONGEST_REASON = 200;

    private final BundleContext context;

    /** Looks at the bundles of the framework whenever it is asked. */
    @Activate
    public IncompatibleBundles(BundleContext context) {
        this.context = context;
    }

    @Override
    public List<PlugIn> plugIns() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.INSTALLED)
                .flatMap(bundle -> incompatible(bundle).stream())
                .toList();
    }

    @Override
    public boolean restart(String id) {
        return false;
    }

    /** Empty for a bundle that is about to be resolved. */
    private Optional<PlugIn> incompatible(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null) {
            return Optional.empty();
        }
        String reason = revision.getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .filter(this::isMissing)
                .map(requirement -> requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE))
                .collect(Collectors.joining(" "));
        if (reason.isEmpty()) {
            return Optional.empty();
        }
        Instant since = Instant.ofEpochMilli(bundle.getLastModified());
        String needs = "Needs packages that are not there: " + reason;
        String text = needs.substring(0, Math.min(LONGEST_REASON, needs.length()));
        return Optional.of(new PlugIn(
                new PlugIn.Named("bundle:" + bundle.getSymbolicName(), "", origin(bundle)),
                PlugIn.State.INCOMPATIBLE,
                since,
                NO_CALLS,
                Optional.of(new PlugIn.Fault(since, text))));
    }

    private static PlugIn.Origin origin(Bundle bundle) {
        return new PlugIn.Origin(bundle.getSymbolicName(), bundle.getVersion().toString());
    }

    private boolean isMissing(BundleRequirement requirement) {
        String resolution = requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE);
        return !Namespace.RESOLUTION_OPTIONAL.equals(resolution) && packages().noneMatch(requirement::matches);
    }

    private Stream<BundleCapability> packages() {
        return Arrays.stream(context.getBundles())
                .map(bundle -> bundle.adapt(BundleWiring.class))
                .filter(wiring -> wiring != null)
                .flatMap(wiring -> wiring.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream());
    }
}
