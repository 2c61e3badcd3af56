// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The plug-ins that serve devices on this node. Safe for use by many threads. */
@ProviderType
public interface PlugIns {

    /**
     * Communication procedures and authenticators that are installed.
     *
     * @return in the order of their ids
     */
    List<PlugIn> all();

    /**
     * Lets a plug-in serve again, with fresh counters. Calls that are stuck in it stay stuck: only a new version of its
     * bundle, or a restart of the server, ends a thread that does not listen.
     *
     * @param id of the plug-in
     * @return false when none of that id is installed
     */
    boolean restart(String id);
}
