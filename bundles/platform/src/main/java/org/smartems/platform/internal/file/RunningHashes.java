// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.file;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The checksums of uploads as far as they have come over this node, so that most need not be read again at their end.
 */
final class RunningHashes {

    private static final int MOST = 256;

    private final Map<String, At> running = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, At> eldest) {
            return size() > MOST;
        }
    };

    private record At(long offset, Hashes hashes) {}

    /** A copy; null when that much of the upload has not come over this node, or too much has since. */
    synchronized Hashes copy(String id, long offset) {
        At at = offset == 0 ? new At(0, new Hashes()) : running.get(id);
        return at == null || at.offset() != offset ? null : at.hashes().copy();
    }

    synchronized void forget(String id) {
        running.remove(id);
    }

    synchronized void keep(String id, long offset, Hashes hashes) {
        running.put(id, new At(offset, hashes));
    }
}
