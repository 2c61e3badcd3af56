// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.server;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.smartems.simulator.AnswerKind;
import org.smartems.simulator.CheckIn;
import org.smartems.simulator.CheckInListener;
import org.smartems.simulator.Reported;

/** What a server has told devices, and so must not lose. Safe for use by many threads. */
public final class AcknowledgedCheckIns implements CheckInListener {

    private final Set<String> requests = ConcurrentHashMap.newKeySet();
    private final Set<String> withConfig = ConcurrentHashMap.newKeySet();
    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private final Set<String> sentConfig = ConcurrentHashMap.newKeySet();
    private final Set<String> sentDiagnoseData = ConcurrentHashMap.newKeySet();
    private final Set<String> configured = ConcurrentHashMap.newKeySet();

    @Override
    public void ended(CheckIn checkIn) {
        if (!checkIn.acknowledged()) {
            return;
        }
        String request = checkIn.answer().requestId();
        note(checkIn.reported(), request);
        if (checkIn.answer().kind() == AnswerKind.CONFIG) {
            withConfig.add(request);
            configured.add(checkIn.identifier());
        }
        requests.add(request);
    }

    private void note(Reported told, String request) {
        if (!told.transactionId().isEmpty()) {
            reported.add(told.transactionId());
        }
        if (told.config()) {
            sentConfig.add(request);
        }
        if (told.diagnoseData()) {
            sentDiagnoseData.add(request);
        }
    }

    /** From now on no device counts as configured. */
    public void forgetConfigured() {
        configured.clear();
    }

    /**
     * Ids of the requests that were answered.
     *
     * @return a view
     */
    public Set<String> requests() {
        return Collections.unmodifiableSet(requests);
    }

    /**
     * Ids of the requests that were answered with a config of the first slot.
     *
     * @return a view
     */
    public Set<String> withConfig() {
        return Collections.unmodifiableSet(withConfig);
    }

    /**
     * Transaction ids of the commands whose report was taken.
     *
     * @return a view
     */
    public Set<String> reported() {
        return Collections.unmodifiableSet(reported);
    }

    /**
     * Ids of the requests in which a device sent its config.
     *
     * @return a view
     */
    public Set<String> sentConfig() {
        return Collections.unmodifiableSet(sentConfig);
    }

    /**
     * Ids of the requests in which a device sent diagnose data.
     *
     * @return a view
     */
    public Set<String> sentDiagnoseData() {
        return Collections.unmodifiableSet(sentDiagnoseData);
    }

    /**
     * Serial numbers of the devices that have got a config since they were forgotten last.
     *
     * @return a view
     */
    public Set<String> configured() {
        return Collections.unmodifiableSet(configured);
    }
}
