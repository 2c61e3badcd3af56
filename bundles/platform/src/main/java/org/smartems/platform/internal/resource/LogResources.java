// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.resource;

import java.util.List;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.resource.Field;
import org.smartems.resource.FieldType;
import org.smartems.resource.Filter;
import org.smartems.resource.Permission;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;
import org.smartems.resource.Result;
import org.smartems.resource.Route;
import org.smartems.resource.Shape;

/** The lists of what people changed, and of who logged in or could not. */
@Component(service = Resources.class)
public final class LogResources implements Resources {

    private static final Shape ENTRY = Shape.of("platform_audit_log l", "l.id", "l.id::text")
            .fields(
                    Field.dateTime("createdAt", "l.created_at"),
                    Shape.user("createdBy", "l.created_by"),
                    Field.text("author", "l.author"));

    private static final Shape CHANGE = Shape.of(
                    "platform_audit_log_change c", "c.id", "c.entity_name || ' ' || c.entity_id")
            .fields(
                    Field.dateTime("createdAt", "c.created_at").column(),
                    Shape.user("createdBy", "c.created_by"),
                    Field.text("author", "c.author").column(),
                    Field.enumeration("type", "c.type", List.of("create", "update", "delete"))
                            .column(),
                    Field.bool("onlyChanges", "c.only_changes"),
                    Field.text("entityName", "c.entity_name").column(),
                    Field.number("entityId", "c.entity_id").column(),
                    Field.one("log", "c.log_id", ENTRY),
                    Field.longText("oldValues", "c.old_values"),
                    Field.longText("newValues", "c.new_values"));

    private static final Shape USER = Shape.of("platform_user u", "u.id", "u.username")
            .target("user", "options/users")
            .fields(Field.dateTime("createdAt", "u.created_at"));

    private static final Shape ATTEMPT = Shape.of("platform_user_login_attempt a", "a.id", "coalesce(a.username, '')")
            .fields(
                    Field.dateTime("createdAt", "a.created_at").column(),
                    Field.bool("loginValid", "a.login_valid").column(),
                    Field.bool("totpValid", "a.totp_valid").column(),
                    Field.text("remoteHost", "a.remote_host").column(),
                    Field.text("username", "a.username").column(),
                    Field.one("user", "a.user_id", USER));

    private final List<Resource> resources = List.of(
            Resource.of("auditlogchange", "AuditLogChange", CHANGE)
                    .access(Permission.ADMIN)
                    .filter(Filter.of("log.id", FieldType.LONG, "c.log_id"))
                    .newestFirst("createdAt")
                    .action(Route.get("values/{id}")
                            .answers(Route.Answer.THING)
                            .summary("The values before and after")
                            .handle(call -> Result.thing(call.id())))
                    .build(),
            Resource.of("userloginattempt", "UserLoginAttempt", ATTEMPT)
                    .access(Permission.ADMIN)
                    .newestFirst("createdAt")
                    .build());

    /** Active once the tables are there, which the unit tells. */
    @Activate
    public LogResources(@Reference(target = "(osgi.unit.name=platform)") EntityManagerFactory unit) {}

    @Override
    public List<Resource> resources() {
        return resources;
    }
}
