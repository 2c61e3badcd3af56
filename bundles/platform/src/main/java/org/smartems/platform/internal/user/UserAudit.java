// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.user;

import java.util.Set;
import org.smartems.platform.audit.AuditedEntity;
import org.smartems.platform.internal.accesstag.TaggedUsers;

/** Users as the audit log tells of them: without what log ins change. */
final class UserAudit {

    static final AuditedEntity USER = new AuditedEntity(
            "User",
            "select to_jsonb(u) - 'password_hash' - 'epoch' - 'last_login_at'"
                    + " || jsonb_build_object('password', password_hash, 'access_tags', " + TaggedUsers.TAGS + ")"
                    + " from platform_user u where u.id = ?",
            Set.of("password", "totp_secret"));

    private UserAudit() {}
}
