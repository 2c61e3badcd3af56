// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Registered as an OSGi service: resources and calls that a domain adds to the REST API while it is there. */
@ConsumerType
public interface Resources {

    /**
     * The lists.
     *
     * @return always the same
     */
    default List<Resource> resources() {
        return List.of();
    }

    /**
     * Calls that belong to no list.
     *
     * @return always the same
     */
    default List<Route> routes() {
        return List.of();
    }
}
