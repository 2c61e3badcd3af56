// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.plugin;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The plug-ins of this node. Safe for use by many threads. */
@ProviderType
public interface PlugIns {

    /**
     * What is installed, also what is not used because something is wrong with it.
     *
     * @return in the order of their ids, each id once
     */
    List<PlugIn> all();

    /**
     * Lets a plug-in serve again, with fresh counters. Calls that are stuck in it stay stuck: only a restart of the
     * server ends a thread that does not listen.
     *
     * @param id of the plug-in
     * @return false when none of that id is used
     */
    boolean restart(String id);
}
