// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.log;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.smartems.fleet.internal.store.Json;
import org.smartems.resource.Filter;
import org.smartems.resource.FilterType;
import org.smartems.resource.Sql;

/** Texts of lines of the communication log, which are made when they are read; the table is {@code l}. */
final class LineTexts {

    /** What a text is made of. */
    static final String SQL = "jsonb_build_object('id', l.message_id, 'parameters', l.parameters)::text";

    private static final TypeReference<Stored> STORED = new TypeReference<>() {};

    private LineTexts() {}

    private record Stored(String id, Map<String, Object> parameters) {}

    /** The text of what {@link #SQL} reads. */
    static String text(String read) {
        Stored line = Json.read(read, STORED);
        return Messages.english().text(line.id(), line.parameters());
    }

    /** The same for a field. */
    static JsonNode text(JsonNode read) {
        return TextNode.valueOf(text(read.asText()));
    }

    /** Looks for a part in the catalogue of texts, then in the parameters that fill them. */
    static Filter filter() {
        return Filter.text("message", LineTexts::condition);
    }

    private static Sql condition(FilterType type, String value) {
        List<String> ids = Messages.english().matching(textThat(type, value.toLowerCase(Locale.ROOT)));
        String pattern = (type == FilterType.LIKE || type == FilterType.ENDS_WITH ? "%" : "")
                + Sql.literal(value)
                + (type == FilterType.LIKE || type == FilterType.STARTS_WITH ? "%" : "");
        return Sql.of(
                "(l.message_id = any(?::text[]) or exists ("
                        + "select 1 from jsonb_each_text(l.parameters) p where p.value ilike ?))",
                ids.toArray(String[]::new),
                pattern);
    }

    private static Predicate<String> textThat(FilterType type, String wanted) {
        return switch (type) {
            case STARTS_WITH -> text -> text.startsWith(wanted);
            case ENDS_WITH -> text -> text.endsWith(wanted);
            case EQUAL -> text -> text.equals(wanted);
            default -> text -> text.contains(wanted);
        };
    }
}
