// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smartems.api.error.FieldError;

/**
 * The JSON of an error.
 *
 * @param code the HTTP status
 * @param message one sentence or a stable id
 * @param requestId finds the request in the log
 * @param deny label of why an action is denied for the thing; null otherwise
 * @param errors which field breaks which rule; null when it is about no field
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorBody(int code, String message, String requestId, String deny, Node errors) {

    /**
     * The errors of one field or of the whole input. Clients read {@code children} of the whole and {@code errors} of a
     * field without asking whether they are there.
     *
     * @param errors the broken rules; null when there are none of the whole input
     * @param children per member; null when a field has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Node(List<Rule> errors, Map<String, Node> children) {}

    /**
     * One broken rule.
     *
     * @param message its id
     * @param parameters for its text
     */
    public record Rule(String message, Map<String, Object> parameters) {}

    static Node tree(List<FieldError> errors) {
        Branch root = new Branch();
        for (FieldError error : errors) {
            Branch branch = root;
            for (String step :
                    error.path().isEmpty() ? new String[0] : error.path().split("\\.")) {
                branch = branch.children.computeIfAbsent(step, name -> new Branch());
            }
            branch.rules.add(new Rule(error.message(), error.parameters()));
        }
        return new Node(root.rules.isEmpty() ? null : root.rules, root.nodes());
    }

    private static final class Branch {
        private final List<Rule> rules = new ArrayList<>();
        private final Map<String, Branch> children = new LinkedHashMap<>();

        private Map<String, Node> nodes() {
            Map<String, Node> nodes = new LinkedHashMap<>();
            children.forEach((name, child) -> nodes.put(name, child.toNode()));
            return nodes;
        }

        private Node toNode() {
            return new Node(rules, children.isEmpty() ? null : nodes());
        }
    }
}
