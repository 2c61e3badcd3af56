// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.accesstag;

import org.osgi.annotation.versioning.ConsumerType;

/** An OSGi service whose domain stores access tags. */
@ConsumerType
@FunctionalInterface
public interface AccessTagListener {

    /**
     * A tag is being deleted: takes it from whatever has it. Called in the transaction that deletes it, on any thread;
     * a failure keeps the tag.
     *
     * @param accessTag the id
     */
    void deleted(long accessTag);
}
