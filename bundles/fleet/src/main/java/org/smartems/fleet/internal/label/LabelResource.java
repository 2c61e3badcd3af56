// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.label;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.internal.access.Requests;
import org.smartems.fleet.label.Labels;
import org.smartems.resource.Field;
import org.smartems.resource.In;
import org.smartems.resource.Permission;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;
import org.smartems.resource.Shape;

/** Labels in the REST API. */
@Component(service = Resources.class)
public final class LabelResource implements Resources {

    /** Wherever something has labels. */
    public static final Shape LABEL = Shape.of("fleet_label l", "l.id", "l.name")
            .target("label", "options/labels")
            .fields(Field.text("name", "l.name")
                    .required()
                    .input(In.CREATE, In.EDIT)
                    .column());

    private final Labels labels;

    @Activate
    public LabelResource(@Reference Labels labels) {
        this.labels = labels;
    }

    @Override
    public List<Resource> resources() {
        return List.of(Resource.of("label", "Label", LABEL)
                .access(Permission.ADMIN)
                .create(call -> labels.create(
                                Requests.author(call), call.input().text("name"))
                        .id())
                .get()
                .edit(call -> labels.edit(
                        Requests.author(call), call.id(), call.input().text("name")))
                .delete(call -> labels.delete(Requests.author(call), call.id()))
                .build());
    }
}
