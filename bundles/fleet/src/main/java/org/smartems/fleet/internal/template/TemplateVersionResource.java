// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.template;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.Scope;
import org.smartems.fleet.Variable;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.internal.Refusals;
import org.smartems.fleet.internal.access.Access;
import org.smartems.fleet.internal.access.Requests;
import org.smartems.fleet.internal.variable.VariableFields;
import org.smartems.fleet.template.Templates;
import org.smartems.fleet.template.Templates.VersionChange;
import org.smartems.fleet.template.VersionForm;
import org.smartems.resource.Call;
import org.smartems.resource.Field;
import org.smartems.resource.In;
import org.smartems.resource.Input;
import org.smartems.resource.Permission;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;
import org.smartems.resource.Result;
import org.smartems.resource.Route;

/** Template versions in the REST API. */
@Component(service = Resources.class)
public final class TemplateVersionResource implements Resources {

    private final Templates templates;
    private final StoredTemplates stored;

    @Activate
    public TemplateVersionResource(@Reference Templates templates, @Reference StoredTemplates stored) {
        this.templates = templates;
        this.stored = stored;
    }

    @Override
    public List<Resource> resources() {
        return List.of(Resource.of("templateversion", "TemplateVersion", TemplateShapes.VERSION)
                .access(Permission.ADMIN, Permission.SMARTEMS)
                .scope(Requests.unlessAdmin(user -> Access.templateVersion("v", user)))
                .sorting("deviceType", "y.name")
                .sorting("template", "w.name")
                .deny(VersionDenies.all())
                .action(Route.post("create/staging/{templateId}")
                        .input(In.CREATE, TemplateShapes.VERSION.fields())
                        .answers(Route.Answer.THING)
                        .summary("Create a staging version")
                        .handle(call -> Result.thing(create(call))))
                .get()
                .edit(this::edit)
                .delete(call -> templates.deleteVersion(Requests.author(call), call.id()))
                .duplicate(call -> templates
                        .duplicateVersion(Requests.author(call), call.id())
                        .id())
                .action(select(
                        "staging",
                        call -> templates.selectStaging(Requests.author(call), call.id(), reinstall(call.input()))))
                .action(select(
                        "production",
                        call -> templates.selectProduction(Requests.author(call), call.id(), reinstall(call.input()))))
                .change(detach("staging", call -> templates.detachStaging(Requests.author(call), call.id())))
                .change(detach("production", call -> templates.detachProduction(Requests.author(call), call.id())))
                .build());
    }

    /** The template is no row of this list, so it is looked at here. */
    private long create(Call call) {
        long template = call.id("templateId");
        Scope scope = Requests.scope(call);
        if (stored.view(template).isEmpty() || !stored.isVisible(scope, template)) {
            throw Refusals.notFound();
        }
        Refusals.denyIf(stored.hasUnseenDevice(scope, template), "template.accessDeniedDeviceOutsideAccessScope");
        VersionForm form = form(call.input(), List.of(), "");
        return templates
                .createStaging(Requests.author(call), scope, template, form)
                .id();
    }

    private void edit(Call call) {
        VersionForm before = templates.version(call.id()).values();
        VersionForm form = form(call.input(), before.variables(), before.deviceDescription());
        VersionChange change = new VersionChange(form, reinstall(call.input()));
        templates.editVersion(Requests.author(call), Requests.scope(call), call.id(), change);
    }

    /** Who may not send the description of devices leaves it as it is. */
    private static VersionForm form(Input input, List<Variable> variables, String deviceDescription) {
        return new VersionForm(
                input.text("name"),
                input.text("description"),
                input.has("deviceDescription") ? input.text("deviceDescription") : deviceDescription,
                slots(input, "config"),
                slots(input, "firmware"),
                VariableFields.read(input, variables),
                new TreeSet<>(input.ids("accessTags")),
                new TreeSet<>(input.ids("deviceLabels")));
    }

    private static Map<Integer, Long> slots(Input input, String kind) {
        Map<Integer, Long> ids = new TreeMap<>();
        for (int slot = 1; slot <= 3; slot++) {
            int place = slot;
            input.number(kind + slot).ifPresent(id -> ids.put(place, id));
        }
        return ids;
    }

    private static Route select(String role, Consumer<Call> selecting) {
        return Route.post("select/" + role + "/{id}")
                .denied("select" + capitalised(role))
                .input(TemplateShapes.reinstall(In.CREATE).toArray(Field[]::new))
                .answers(Route.Answer.THING)
                .summary("Select for " + role)
                .handle(call -> {
                    selecting.accept(call);
                    return Result.thing(call.id());
                });
    }

    private static Route detach(String role, Consumer<Call> detaching) {
        return Route.get("detach/" + role + "/{id}")
                .denied("detach" + capitalised(role))
                .answers(Route.Answer.THING)
                .summary("Detach from " + role)
                .handle(call -> {
                    detaching.accept(call);
                    return Result.thing(call.id());
                });
    }

    private static String capitalised(String role) {
        return Character.toUpperCase(role.charAt(0)) + role.substring(1);
    }

    private static Set<WorkFlag> reinstall(Input input) {
        return Arrays.stream(WorkFlag.values())
                .filter(flag -> input.bool(flag.id()))
                .collect(Collectors.toSet());
    }
}
