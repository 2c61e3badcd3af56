// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.resource;

import org.smartems.platform.audit.Author;
import org.smartems.resource.Call;

/** What the declarations have in common. */
public final class Calls {

    private Calls() {}

    public static Author author(Call call) {
        return Author.user(call.requester().userId(), call.requester().name());
    }
}
