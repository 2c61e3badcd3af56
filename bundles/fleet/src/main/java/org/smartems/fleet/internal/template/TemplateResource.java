// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.template;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.internal.access.Access;
import org.smartems.fleet.internal.access.Requests;
import org.smartems.fleet.template.Templates;
import org.smartems.resource.Deny;
import org.smartems.resource.Permission;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;

/** Templates in the REST API. */
@Component(service = Resources.class)
public final class TemplateResource implements Resources {

    private static final String OUTSIDE = "accessDeniedDeviceOutsideAccessScope";

    private final Templates templates;

    @Activate
    public TemplateResource(@Reference Templates templates) {
        this.templates = templates;
    }

    @Override
    public List<Resource> resources() {
        return List.of(Resource.of("template", "Template", TemplateShapes.TEMPLATE)
                .access(Permission.ADMIN, Permission.SMARTEMS)
                .scope(Requests.unlessAdmin(user -> Access.template("t", user)))
                .sorting("deviceType", "y.name")
                .deny(denies())
                .create(call -> templates
                        .create(
                                Requests.author(call),
                                call.input().number("deviceType").orElseThrow(),
                                call.input().text("name"))
                        .id())
                .get()
                .edit(call -> templates.edit(
                        Requests.author(call), call.id(), call.input().text("name")))
                .delete(call -> templates.delete(Requests.author(call), call.id()))
                .build());
    }

    private static Deny[] denies() {
        return new Deny[] {
            Deny.of("createTemplateVersion").when(OUTSIDE, Requests.onlyBound(TemplateResource::isOutside)),
            Deny.of("edit").when(OUTSIDE, Requests.onlyBound(TemplateResource::isOutside)),
            Deny.of("delete")
                    .when(
                            "accessDeniedTemplateNotOwned",
                            Requests.onlyBound(user -> "t.created_by is distinct from " + user))
                    .when(
                            "accessDeniedTemplateVersionNotOwned",
                            Requests.onlyBound(user -> Access.any("fleet_template_version v"
                                    + " where v.template_id = t.id and v.created_by is distinct from " + user)))
                    .when("usedByDevice", Access.any("fleet_device d where d.template_id = t.id"))
        };
    }

    private static String isOutside(String user) {
        return Access.hasUnseenDevice("t.id", user);
    }
}
