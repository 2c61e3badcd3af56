// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.lists;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.smartems.benchmark.lists.ListCase.Kind;
import org.smartems.benchmark.lists.ListCase.Question;

/** What is measured of the devices that {@code bench:fill-devices} makes. */
final class Cases {

    private static final String VERSION = "1.0.0.r10407";

    private static final Question DISABLED = Question.where("not d.enabled").filter("enabled", "boolean", false);
    private static final Question OF_VERSION =
            Question.where("s.firmware_version1 = '" + VERSION + "'").filter("firmwareVersion1", "equal", VERSION);

    private Cases() {}

    static List<ListCase> all(int devices, long tag, Instant now) {
        String number = String.format(Locale.ROOT, "%07d", devices / 3);
        String since =
                now.minus(6, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES).toString();
        return List.of(
                page("first", "first page", Question.ALL),
                new ListCase("last", "last page", Kind.LAST_PAGE, Question.ALL),
                page("sorted", "sorted by name", Question.sorted("name", "d.name, d.id")),
                page("digits", "name contains five digits", like(number.substring(2))),
                page("frequent", "name contains a frequent text", like("99")),
                page("none", "name contains what none does", like("nothing such")),
                page("serial", "serial number equals", serial("equal", "LIST" + number, "= 'LIST" + number + "'")),
                page("disabled", "disabled", DISABLED),
                page("version", "firmware version equals", OF_VERSION),
                page("both", "disabled, of a firmware version", DISABLED.and(OF_VERSION)),
                page("seen", "last seen since a time", seen(since)),
                page("sorted-seen", "sorted by last seen", Question.sorted("seenAt", "s.seen_at, d.id")),
                new ListCase("tagged", "first page by access tag", Kind.TAGGED_PAGE, tagged(tag)),
                figures("devices"),
                figures("firmware"),
                figures("contacts"),
                figures("commands"),
                new ListCase("excel", "Excel of up to 100,000", Kind.EXCEL, first100000()),
                new ListCase("csv", "CSV of all", Kind.CSV, Question.ALL));
    }

    private static ListCase page(String id, String label, Question question) {
        return new ListCase(id, label, Kind.PAGE, question);
    }

    private static ListCase figures(String id) {
        return new ListCase(id, "home page: " + id, Kind.FIGURES, Question.ALL);
    }

    private static Question like(String text) {
        return Question.where("d.name ilike '%" + text + "%'").filter("name", "like", text);
    }

    private static Question serial(String type, String value, String condition) {
        return Question.where("s.serial_number " + condition).filter("serialNumber", type, value);
    }

    private static Question first100000() {
        return serial("startsWith", "LIST00", "like 'LIST00%'");
    }

    private static Question seen(String since) {
        return Question.where("s.seen_at >= '" + since + "'").filter("seenAt", "dateTimeGreaterThanOrEqual", since);
    }

    private static Question tagged(long tag) {
        return Question.where("d.access_tags && array[" + tag + "::bigint]");
    }
}
