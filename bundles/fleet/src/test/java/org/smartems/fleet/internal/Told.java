// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal;

import java.util.List;

/** What the audit log was told, without ids and values. */
public final class Told {

    private Told() {}

    /** Since the last call, such as {@code update Config}. */
    public static List<String> since(FakeAuditLog audit) {
        return audit.lines().stream()
                .map(line -> line.split(" ", 3))
                .map(words -> words[0] + " " + words[1])
                .toList();
    }
}
