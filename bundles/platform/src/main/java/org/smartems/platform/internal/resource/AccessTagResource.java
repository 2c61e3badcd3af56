// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.resource;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.platform.accesstag.AccessTags;
import org.smartems.resource.Field;
import org.smartems.resource.In;
import org.smartems.resource.Permission;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;
import org.smartems.resource.Shape;

/** The list of access tags. */
@Component(service = Resources.class)
public final class AccessTagResource implements Resources {

    static final Shape ACCESS_TAG = Shape.of("platform_access_tag t", "t.id", "t.name")
            .target("accesstag", "options/access/tags")
            .fields(Field.text("name", "t.name")
                    .required()
                    .input(In.CREATE, In.EDIT)
                    .column());

    private final List<Resource> resources;

    @Activate
    public AccessTagResource(@Reference AccessTags tags) {
        resources = List.of(Resource.of("accesstag", "AccessTag", ACCESS_TAG)
                .access(Permission.ADMIN)
                .create(call -> tags.create(Calls.author(call), call.input().text("name")))
                .get()
                .edit(call ->
                        tags.edit(Calls.author(call), call.id(), call.input().text("name")))
                .delete(call -> tags.delete(Calls.author(call), call.id()))
                .build());
    }

    @Override
    public List<Resource> resources() {
        return resources;
    }
}
