// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.label;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.accesstag.AccessTagListener;

/** Takes deleted access tags from devices and template versions; logs keep what was true when they were written. */
@Component(service = AccessTagListener.class)
public final class DeletedAccessTags implements AccessTagListener {

    private final Transactions transactions;

    @Activate
    public DeletedAccessTags(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void deleted(long accessTag) {
        new Holders(new Jdbc(transactions)).removeAccessTag(accessTag);
    }
}
