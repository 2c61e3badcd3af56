// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.plugin;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Whoever calls plug-ins of some kinds; registered as a service, so that {@link PlugIns} tells of them. */
@ConsumerType
public interface PlugInSource {

    /**
     * The plug-ins of its kinds.
     *
     * @return in any order
     */
    List<PlugIn> plugIns();

    /**
     * Restarts one.
     *
     * @param id of the plug-in
     * @return false when it is none of this source's, or not used
     */
    boolean restart(String id);
}
