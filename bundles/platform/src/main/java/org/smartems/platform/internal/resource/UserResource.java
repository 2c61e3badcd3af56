// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;
import org.smartems.platform.audit.Author;
import org.smartems.platform.authentication.NewPassword;
import org.smartems.platform.user.UserAdministration;
import org.smartems.platform.user.UserForm;
import org.smartems.platform.user.UserForm.VpnRoles;
import org.smartems.resource.Call;
import org.smartems.resource.In;
import org.smartems.resource.Input;
import org.smartems.resource.Permission;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;
import org.smartems.resource.Result;
import org.smartems.resource.Route;
import org.smartems.resource.Route.Answer;

/** The list of users. */
@Component(service = Resources.class)
public final class UserResource implements Resources {

    private static final String NEW_PASSWORD = "newPlainPassword";
    private static final String NEW_PASSWORD_REPEAT = "newPlainPasswordRepeat";

    private final List<Resource> resources;

    @Activate
    public UserResource(@Reference UserAdministration users) {
        resources = List.of(Resource.of("user", "User", UserShape.USER)
                .access(Permission.ADMIN)
                .filter(UserShape.ENABLED, UserShape.USERNAME)
                .sorting("enabled", UserShape.ENABLED_SORTING)
                .sorting("username", UserShape.USERNAME_SORTING)
                .deny(UserShape.denies())
                .action(create(users))
                .get()
                .edit(call -> users.edit(Calls.author(call), call.id(), form(call)))
                .delete(call -> users.delete(Calls.author(call), call.id()))
                .action(thing("enable", "Enable", users::enable))
                .action(thing("disable", "Disable", users::disable))
                .action(changePassword(users))
                .change(nothing("resetLoginAttempts", "Lift the lock of failed log ins", users::resetLoginAttempts))
                .change(nothing("resetTotpSecret", "Forget the secret of one-time passwords", users::resetTotpSecret))
                .build());
    }

    @Override
    public List<Resource> resources() {
        return resources;
    }

    private static Route create(UserAdministration users) {
        return Route.post("create")
                .input(In.CREATE, UserShape.USER.fields())
                .answers(Answer.THING)
                .summary("Create")
                .outside()
                .handle(call -> {
                    NewPassword password = password(call, "plainPassword", "plainPasswordRepeat");
                    return Result.thing(users.create(Calls.author(call), form(call), password));
                });
    }

    private static Route changePassword(UserAdministration users) {
        return Route.post(path("changePassword"))
                .denied("changePassword")
                .input(
                        UserShape.secret(NEW_PASSWORD).required().input(In.CREATE),
                        UserShape.secret(NEW_PASSWORD_REPEAT).required().input(In.CREATE))
                .answers(Answer.THING)
                .summary("Give another password")
                .outside()
                .handle(call -> {
                    NewPassword password = password(call, NEW_PASSWORD, NEW_PASSWORD_REPEAT);
                    users.changePassword(Calls.author(call), call.id(), password);
                    return Result.thing(call.id());
                });
    }

    /** What is done to a user. */
    @FunctionalInterface
    private interface Action {
        void act(Author author, long id);
    }

    private static Route thing(String key, String summary, Action action) {
        return Route.post(path(key))
                .denied(key)
                .input(UserShape.certificateBehaviours())
                .answers(Answer.THING)
                .summary(summary)
                .handle(call -> {
                    refuseCertificates(call);
                    action.act(Calls.author(call), call.id());
                    return Result.thing(call.id());
                });
    }

    private static Route nothing(String key, String summary, Action action) {
        return Route.get(path(key))
                .denied(key)
                .answers(Answer.NOTHING)
                .summary(summary)
                .handle(call -> {
                    action.act(Calls.author(call), call.id());
                    return Result.none();
                });
    }

    private static String path(String key) {
        return key.toLowerCase(Locale.ROOT) + "/{id}";
    }

    private static NewPassword password(Call call, String field, String repeat) {
        return new NewPassword(call.input().text(field), call.input().text(repeat));
    }

    private static void refuseCertificates(Call call) {
        if (!call.input().json("certificateBehaviours").map(JsonNode::isEmpty).orElse(true)) {
            throw new ValidationException(
                    List.of(FieldError.of("", "validation.extraFields").with("fields", "certificateBehaviours")));
        }
    }

    private static UserForm form(Call call) {
        refuseCertificates(call);
        Input input = call.input();
        boolean vpn = call.requester().hasAny(Set.of(Permission.ADMIN_VPN));
        return new UserForm(
                input.text("username"),
                input.bool("enabled"),
                input.dateTime("enabledExpireAt"),
                input.bool("disablePasswordExpire"),
                input.bool("totpEnabled"),
                input.bool("roleAdmin"),
                input.bool("roleSmartems"),
                vpn
                        ? Optional.of(new VpnRoles(input.bool("roleVpn"), input.bool("roleVpnEndpointDevices")))
                        : Optional.empty(),
                new HashSet<>(input.ids("accessTags")));
    }
}
