// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal;

import java.util.regex.Pattern;
import org.smartems.spi.procedure.DeviceResponse;

/** What plug-ins may answer. */
final class Answers {

    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e\\x80-\\xff]*");

    private Answers() {}

    /**
     * The same answer.
     *
     * @throws IllegalArgumentException when it cannot be sent
     */
    static DeviceResponse checked(DeviceResponse answer) {
        if (answer == null) {
            throw new IllegalArgumentException("the procedure has answered null");
        }
        if (answer.status() < 200 || answer.status() > 599) {
            throw new IllegalArgumentException("the procedure has answered the status " + answer.status());
        }
        if (!HEADER_VALUE.matcher(answer.contentType()).matches()) {
            throw new IllegalArgumentException("the procedure has answered a content type that is none");
        }
        return answer;
    }
}
