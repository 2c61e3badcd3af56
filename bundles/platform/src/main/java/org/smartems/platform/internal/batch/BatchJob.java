// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.batch;

import java.util.Arrays;
import java.util.List;
import org.smartems.resource.BatchQueue;

/**
 * What is left of a batch.
 *
 * @param id of the job
 * @param user who asked for it
 * @param action path of its route
 * @param body the members beside the ids
 * @param remoteHost from where it was asked for
 * @param ids of all things
 * @param done how many of them are
 * @param aloneUntil up to there each is done in a transaction of its own
 */
record BatchJob(
        long id, long user, String action, String body, String remoteHost, Long[] ids, int done, int aloneUntil) {

    /** So many are next. */
    List<Long> next() {
        int size = done < aloneUntil ? 1 : BatchQueue.PIECE;
        return Arrays.asList(ids).subList(done, Math.min(ids.length, done + size));
    }

    boolean isLast(int size) {
        return done + size >= ids.length;
    }
}
