// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.variable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.smartems.fleet.Variable;

/** Variables as they are stored, each with an id. */
public final class VariableLists {

    private VariableLists() {}

    /**
     * Gives ids to new variables.
     *
     * @param given in their order; one with an id that is not stored is new
     * @param stored before
     */
    public static List<Variable> numbered(List<Variable> given, List<Variable> stored) {
        Set<Long> free = stored.stream().map(Variable::id).collect(Collectors.toCollection(HashSet::new));
        long last = stored.stream().mapToLong(Variable::id).max().orElse(0);
        List<Variable> numbered = new ArrayList<>();
        for (Variable variable : given) {
            long id = free.remove(variable.id()) ? variable.id() : ++last;
            numbered.add(new Variable(id, variable.name(), variable.value(), variable.type()));
        }
        return List.copyOf(numbered);
    }

    /** Replaced by position, as a template does it: rows that are there before are changed in place. */
    public static List<Variable> replaced(List<Variable> given, List<Variable> stored) {
        List<Variable> placed = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            long id = i < stored.size() ? stored.get(i).id() : 0;
            Variable one = given.get(i);
            placed.add(new Variable(id, one.name(), one.value(), one.type()));
        }
        return numbered(placed, stored);
    }
}
