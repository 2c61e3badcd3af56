// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.platform.user.UserPreferences;
import org.smartems.platform.user.UserPreferences.Preferences;
import org.smartems.resource.Call;
import org.smartems.resource.Field;
import org.smartems.resource.In;
import org.smartems.resource.Input;
import org.smartems.resource.Permission;
import org.smartems.resource.Resources;
import org.smartems.resource.Result;
import org.smartems.resource.Route;

/** How the caller wants to see the console. */
@Component(service = Resources.class)
public final class ProfileRoutes implements Resources {

    private static final String PATH = "profile/preferences";
    private static final Field[] FIELDS = {
        Field.enumeration("dateFormat", null, UserPreferences.DATE_FORMATS)
                .kept()
                .input(In.EDIT),
        Field.text("language", null).maximumLength(35).kept().input(In.EDIT),
        Field.integer("rowsPerPage", null).minimum(1).maximum(100).kept().input(In.EDIT)
    };

    private final UserPreferences preferences;

    @Activate
    public ProfileRoutes(@Reference UserPreferences preferences) {
        this.preferences = preferences;
    }

    @Override
    public List<Route> routes() {
        Route read = Route.get(PATH)
                .access(Permission.ADMIN, Permission.SMARTEMS, Permission.VPN)
                .answers(Route.Answer.OBJECT, FIELDS);
        return List.of(
                read.summary("How the caller wants to see the console")
                        .handle(call -> answer(preferences.get(call.requester().userId()))),
                read.by("POST")
                        .input(In.EDIT, List.of(FIELDS))
                        .summary("Change how the caller wants to see the console")
                        .handle(this::change));
    }

    private Result change(Call call) {
        Input sent = call.input();
        return answer(preferences.change(
                Calls.author(call),
                stored -> new Preferences(
                        sent.has("dateFormat") ? text(sent, "dateFormat") : stored.dateFormat(),
                        sent.has("language") ? text(sent, "language") : stored.language(),
                        sent.has("rowsPerPage") ? sent.integer("rowsPerPage") : stored.rowsPerPage())));
    }

    private static Optional<String> text(Input sent, String name) {
        return sent.optionalText(name).filter(text -> !text.isEmpty());
    }

    private static Result answer(Preferences preferences) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        preferences.dateFormat().ifPresent(format -> answer.put("dateFormat", format));
        preferences.language().ifPresent(language -> answer.put("language", language));
        preferences.rowsPerPage().ifPresent(rows -> answer.put("rowsPerPage", rows));
        return Result.json(answer);
    }
}
