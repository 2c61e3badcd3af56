// SPDX-License-Identifier: Apache-2.0
package org.smartems.firmware.semantic.internal;

import org.osgi.service.component.annotations.Component;
import org.smartems.spi.firmware.FirmwareVersioning;
import org.smartems.spi.firmware.VersionRelation;

/** Up to four numbers with a stage, such as {@code v1.2.0-RC1}; or a date. */
@Component
public final class SemanticVersioning implements FirmwareVersioning {

    @Override
    public String id() {
        return "semanticVersioning";
    }

    @Override
    public String label() {
        return "Semantic versioning";
    }

    @Override
    public boolean isVersion(String version) {
        return NormalForm.of(version).isPresent();
    }

    @Override
    public VersionRelation relate(String version, String other) {
        int order = VersionOrder.compare(required(version), required(other));
        if (order == 0) {
            return VersionRelation.EQUAL;
        }
        return order < 0 ? VersionRelation.LOWER : VersionRelation.HIGHER;
    }

    private static String required(String version) {
        return NormalForm.of(version).orElseThrow(() -> new IllegalArgumentException("This is no version: " + version));
    }
}
