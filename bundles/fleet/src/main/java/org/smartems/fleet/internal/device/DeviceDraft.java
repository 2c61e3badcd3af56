// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.util.List;
import java.util.Set;
import org.smartems.fleet.Variable;

/**
 * What changes of many devices read and write of one; immutable.
 *
 * @param id of the device
 * @param name of the device
 * @param type id of its type
 * @param staging whether it uses the staging version of its template
 * @param values what can be changed
 */
record DeviceDraft(long id, String name, long type, boolean staging, Values values) {

    /**
     * What can be changed.
     *
     * @param enabled whether it is handed work
     * @param template id of its template, or null
     * @param description may be empty
     * @param variables in their order
     * @param accessTags ids
     * @param labels ids
     */
    record Values(
            boolean enabled,
            Long template,
            String description,
            List<Variable> variables,
            Set<Long> accessTags,
            Set<Long> labels) {

        Values withEnabled(boolean is) {
            return new Values(is, template, description, variables, accessTags, labels);
        }

        Values withTemplate(Long id) {
            return new Values(enabled, id, description, variables, accessTags, labels);
        }

        Values withDescription(String text) {
            return new Values(enabled, template, text, variables, accessTags, labels);
        }

        Values withVariables(List<Variable> all) {
            return new Values(enabled, template, description, all, accessTags, labels);
        }

        Values withAccessTags(Set<Long> all) {
            return new Values(enabled, template, description, variables, all, labels);
        }

        Values withLabels(Set<Long> all) {
            return new Values(enabled, template, description, variables, accessTags, all);
        }
    }
}
