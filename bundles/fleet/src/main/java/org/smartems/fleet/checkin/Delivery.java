// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.checkin;

import org.osgi.annotation.versioning.ProviderType;

/** What became of an answer. The methods return at once and never fail. */
@ProviderType
public interface Delivery {

    /** Written, flushed and closed without an error: it has left this process. */
    void written();

    /** Not written as a whole: what was handed out is handed out again. */
    void failed();
}
