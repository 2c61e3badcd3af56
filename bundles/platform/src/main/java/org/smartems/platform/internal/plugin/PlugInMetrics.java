// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.plugin;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.platform.plugin.PlugIn;
import org.smartems.platform.plugin.PlugIns;
import org.smartems.spi.metrics.MetricSource;
import org.smartems.spi.metrics.Metrics;

/** How the plug-ins fare. */
@Component
public final class PlugInMetrics implements MetricSource {

    private static final String LABEL = "plugin";

    private final PlugIns plugIns;

    @Activate
    public PlugInMetrics(@Reference PlugIns plugIns) {
        this.plugIns = plugIns;
    }

    @Override
    public void measure(Metrics metrics) {
        plugIns.all().forEach(plugIn -> measure(metrics, plugIn));
    }

    private static void measure(Metrics metrics, PlugIn plugIn) {
        String id = plugIn.id();
        metrics.gauge(
                "smartems_plugin_faulty",
                "Whether a plug-in is refused.",
                plugIn.state() == PlugIn.State.FAULTY ? 1 : 0,
                LABEL,
                id);
        metrics.gauge(
                "smartems_plugin_unused", "Whether a plug-in cannot be used.", plugIn.isUsed() ? 0 : 1, LABEL, id);
        PlugIn.Counts counts = plugIn.counts();
        metrics.gauge("smartems_plugin_running", "Calls inside a plug-in.", counts.running(), LABEL, id);
        metrics.counter("smartems_plugin_calls", "Calls that a plug-in has answered.", counts.calls(), LABEL, id);
        metrics.counter("smartems_plugin_faults", "Calls that a plug-in has failed.", counts.faults(), LABEL, id);
        metrics.counter("smartems_plugin_stuck", "Calls that took too long.", counts.stuck(), LABEL, id);
        metrics.counter("smartems_plugin_refused", "Calls that were refused.", counts.refused(), LABEL, id);
    }
}
