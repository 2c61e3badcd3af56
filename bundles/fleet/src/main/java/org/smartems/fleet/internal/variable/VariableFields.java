// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.variable;

import java.util.List;
import java.util.stream.Stream;
import org.smartems.fleet.Variable;
import org.smartems.fleet.VariableType;
import org.smartems.resource.Field;
import org.smartems.resource.In;
import org.smartems.resource.Input;

/** Variables of a device or template version in the REST API. */
public final class VariableFields {

    private static final List<String> TYPES =
            Stream.of(VariableType.values()).map(VariableType::id).toList();

    private VariableFields() {}

    /** The field {@code variables}, stored in a column of that kind. */
    public static Field of(String column) {
        String sql = "(select coalesce(jsonb_agg(jsonb_build_object('id', e.one -> 'id', 'name', e.one -> 'name',"
                + " 'variableValue', e.one -> 'value', 'variableType', lower(coalesce(e.one ->> 'type', 'string')),"
                + " 'representation', e.one -> 'name') order by e.place), '[]')"
                + " from jsonb_array_elements(" + column + ") with ordinality e (one, place))";
        return Field.list(
                "variables",
                sql,
                Field.text("name", null).required().input(In.CREATE, In.EDIT),
                Field.longText("variableValue", null).required().untrimmed().input(In.CREATE, In.EDIT),
                type().input(In.CREATE, In.EDIT));
    }

    /** The field {@code variableType}. */
    public static Field type() {
        return Field.enumeration("variableType", null, TYPES);
    }

    /** What was sent: the variable at a place is the one that was there before, with another name or value. */
    public static List<Variable> read(Input input, List<Variable> stored) {
        List<Variable> sent = input.list("variables").stream()
                .map(one ->
                        Variable.of(one.text("name"), one.text("variableValue")).as(type(one, stored)))
                .toList();
        return VariableLists.replaced(sent, stored);
    }

    /** Who does not know of types leaves them as they are. */
    private static VariableType type(Input one, List<Variable> stored) {
        return VariableType.of(one.text("variableType")).orElseGet(() -> stored.stream()
                .filter(known -> known.name().equals(one.text("name")))
                .map(Variable::type)
                .findFirst()
                .orElse(VariableType.STRING));
    }
}
