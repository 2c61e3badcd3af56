// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.io.IOException;

/** One step on the way of a request; called by many threads at once. */
interface Rule {

    /** True: this rule has answered, nothing after it runs. */
    boolean answers(Exchange exchange) throws IOException;
}
