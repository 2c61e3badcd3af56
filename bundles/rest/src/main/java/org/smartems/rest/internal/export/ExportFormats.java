// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.export;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.smartems.resource.ExportFormat;

/** The formats of exports that are there now, by the last part of their path. */
@Component(service = ExportFormats.class)
public final class ExportFormats {

    private final Map<String, ExportFormat> formats = new ConcurrentHashMap<>(Map.of("csv", new CsvFormat()));

    /** With CSV. */
    @Activate
    public ExportFormats() {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(ExportFormat format) {
        formats.put(format.name(), format);
    }

    void remove(ExportFormat format) {
        formats.remove(format.name(), format);
    }

    /** One of them. */
    public Optional<ExportFormat> find(String name) {
        return Optional.ofNullable(formats.get(name));
    }
}
