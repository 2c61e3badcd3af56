// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.template;

import java.util.Set;
import org.smartems.fleet.internal.variable.VariableAudit;
import org.smartems.platform.audit.AuditedEntity;

/** What the audit log tells of templates and their versions. */
final class TemplateAudit {

    static final AuditedEntity TEMPLATE = AuditedEntity.row("Template", "fleet_template");

    static final AuditedEntity VERSION = new AuditedEntity(
            "TemplateVersion",
            "select to_jsonb(v) || jsonb_build_object('variables', " + VariableAudit.of("v.variables")
                    + ") from fleet_template_version v where v.id = ?",
            Set.of());

    private TemplateAudit() {}
}
