// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.util.List;
import java.util.function.Function;
import org.smartems.fleet.checkin.Contact;
import org.smartems.fleet.checkin.LogLine;
import org.smartems.spi.procedure.CheckIn;
import org.smartems.spi.procedure.DeviceResponse;

/** The words of a procedure for a decision, and what it logged with them: that of its last answer counts. */
final class Wording {

    private final Contact contact;
    private final Function<CheckIn, DeviceResponse> answer;
    private final List<LogLine> before;
    private Trail trail;

    Wording(Contact contact, Function<CheckIn, DeviceResponse> answer) {
        this.contact = contact;
        this.answer = answer;
        this.before = List.copyOf(contact.trail());
        this.trail = new Trail(before, List.of());
    }

    DeviceResponse of(CheckIn checkIn) {
        int said = contact.trail().size();
        DeviceResponse response = answer.apply(checkIn);
        List<LogLine> all = contact.trail();
        trail = new Trail(before, List.copyOf(all.subList(said, all.size())));
        return response;
    }

    Trail trail() {
        return trail;
    }

    Function<CheckIn, DeviceResponse> answer() {
        return answer;
    }
}
