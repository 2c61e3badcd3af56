// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.schema;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/** Tells {@link Schemas} which bundles have one. */
public final class SchemaTracker implements BundleTrackerCustomizer<Schema> {

    private final Schemas schemas;

    /** Tells those. */
    public SchemaTracker(Schemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public Schema addingBundle(Bundle bundle, BundleEvent event) {
        String header = bundle.getHeaders("").get(SchemaHeader.HEADER);
        return header == null ? null : schemas.add(bundle, header);
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Schema schema) {
        // starting becomes active
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Schema schema) {
        schemas.remove(schema);
    }
}
