// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.template;

import java.util.Set;
import org.smartems.platform.audit.AuditedEntity;

/** What the audit log tells of templates and their versions. */
final class TemplateAudit {

    static final AuditedEntity TEMPLATE = AuditedEntity.row("Template", "fleet_template");

    static final AuditedEntity VERSION = new AuditedEntity(
            "TemplateVersion",
            "select to_jsonb(v) || jsonb_build_object('variables',"
                    + " (select coalesce(jsonb_agg(jsonb_build_object('id', e.one -> 'id', 'name', e.one -> 'name',"
                    + " 'variableValue', e.one -> 'value') order by e.place), '[]')"
                    + " from jsonb_array_elements(v.variables) with ordinality e (one, place)))"
                    + " from fleet_template_version v where v.id = ?",
            Set.of());

    private TemplateAudit() {}
}
