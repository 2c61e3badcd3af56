// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.smartems.resource.Condition;
import org.smartems.resource.Field;
import org.smartems.resource.FieldType;
import org.smartems.resource.Filter;
import org.smartems.resource.In;
import org.smartems.resource.InputRules;
import org.smartems.resource.Requester;
import org.smartems.resource.Resource;
import org.smartems.resource.Route;
import org.smartems.resource.Router;
import org.smartems.resource.Target;

/** What the console needs to draw lists and forms, as far as somebody may see them. */
final class Metadata {

    private final Router router;
    private final Requester requester;

    private Metadata(Router router, Requester requester) {
        this.router = router;
        this.requester = requester;
    }

    static JsonNode of(List<Resource> resources, Router router, Requester requester) {
        Metadata metadata = new Metadata(router, requester);
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (Resource resource : resources) {
            if (requester.hasAny(resource.access())) {
                all.set(resource.name(), metadata.resource(resource));
            }
        }
        return all;
    }

    private ObjectNode resource(Resource resource) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("entity", resource.entity());
        ArrayNode fields = object.putArray("fields");
        resource.shape().fields().forEach(field -> fields.add(field(field)));
        ArrayNode filters = object.putArray("filters");
        resource.filters(requester).forEach(filter -> filters.add(filter(filter)));
        ArrayNode sortings = object.putArray("sortings");
        resource.sortings(requester).forEach(sortings::add);
        ArrayNode denies = object.putArray("denyKeys");
        resource.denies().forEach(deny -> denies.add(deny.key()));
        ArrayNode routes = object.putArray("routes");
        resource.routes().stream()
                .filter(route -> requester.hasAny(route.access()))
                .forEach(route -> routes.add(route(route)));
        return object;
    }

    private ObjectNode field(Field field) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("name", field.name());
        object.put("label", field.label());
        object.put("type", name(field.type()));
        object.put("read", field.isReadBy(requester));
        object.put("list", field.isInLists() && field.isReadBy(requester));
        object.put("export", field.isExportedTo(requester));
        object.put("column", field.isColumn());
        object.put("sensitive", field.isSensitive());
        object.put("create", field.isWrittenBy(requester, In.CREATE));
        object.put("edit", field.isWrittenBy(requester, In.EDIT));
        if (!field.options().isEmpty()) {
            field.options().forEach(object.withArray("options")::add);
        }
        field.target().ifPresent(target -> target(object, target));
        rules(object, field.rules());
        boolean text = field.type() == FieldType.TEXT || field.type() == FieldType.LONG_TEXT;
        if (text && field.rules().maximumLength() < Integer.MAX_VALUE) {
            object.put("maximumLength", field.rules().maximumLength());
        }
        if (!field.members().isEmpty()) {
            ArrayNode members = object.putArray("members");
            field.members().forEach(member -> members.add(field(member)));
        }
        return object;
    }

    /** Choices that somebody may not ask for are not named. */
    private void target(ObjectNode object, Target target) {
        if (!target.resource().isEmpty()) {
            object.put("resource", target.resource());
        }
        boolean offered = router.find("GET", target.choices())
                .map(match -> requester.hasAny(match.route().access()))
                .orElse(false);
        if (offered) {
            object.put("choices", target.choices());
        }
    }

    private static void rules(ObjectNode object, InputRules rules) {
        object.put("required", rules.isRequired());
        object.put("kept", rules.isKept());
        rules.requiredIf().ifPresent(condition -> condition(object, "requiredIf", condition));
        rules.acceptedIf().ifPresent(condition -> condition(object, "acceptedIf", condition));
        if (rules.minimumCount() > 0) {
            object.put("minimumCount", rules.minimumCount());
        }
        rules.minimum().ifPresent(minimum -> object.put("minimum", minimum));
        rules.maximum().ifPresent(maximum -> object.put("maximum", maximum));
        rules.defaultValue().ifPresent(value -> object.putPOJO("default", value));
    }

    /** The value is named where it is not {@code true}. */
    private static void condition(ObjectNode object, String rule, Condition condition) {
        object.put(rule, condition.field());
        if (condition.value() instanceof String text) {
            object.put(rule + "Value", text);
        }
    }

    private ObjectNode filter(Filter filter) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("name", filter.name());
        object.put("label", filter.label());
        object.put("type", name(filter.type()));
        filter.types().forEach(type -> object.withArray("filterTypes").add(type.id()));
        filter.target().ifPresent(target -> target(object, target));
        return object;
    }

    private ObjectNode route(Route route) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("method", route.method());
        object.put("path", route.path());
        object.put("summary", route.summary());
        if (route.denied() != null) {
            object.put("denyKey", route.denied());
        }
        object.put("answer", route.answer().name().toLowerCase(Locale.ROOT));
        if (!route.isBodyRead()) {
            object.put("mode", route.inputMode().name().toLowerCase(Locale.ROOT));
            ArrayNode inputs = object.putArray("inputs");
            route.inputs().stream()
                    .filter(field -> field.isWrittenBy(requester, route.inputMode()))
                    .forEach(field -> inputs.add(field(field)));
        }
        return object;
    }

    /** {@code DATE_TIME} becomes {@code dateTime}. */
    private static String name(FieldType type) {
        String[] words = type.name().toLowerCase(Locale.ROOT).split("_");
        return words.length == 1
                ? words[0]
                : words[0] + Character.toUpperCase(words[1].charAt(0)) + words[1].substring(1);
    }
}
