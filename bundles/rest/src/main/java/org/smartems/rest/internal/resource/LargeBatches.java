// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.resource;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.smartems.resource.BatchQueue;

/** Who takes large batches, if somebody does. */
@Component(service = LargeBatches.class)
public final class LargeBatches {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile BatchQueue queue;

    /** Empty while the database has no tables for them. */
    public Optional<BatchQueue> queue() {
        return Optional.ofNullable(queue);
    }
}
