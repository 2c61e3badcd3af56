// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.util.Locale;

/**
 * One thing that is measured.
 *
 * @param stage what is in the database
 * @param variant of the server
 * @param dialect of the devices
 * @param work what they check in for
 * @param way how they connect
 * @param clients how many check in at once
 */
record Case(Stage stage, Variant variant, Dialect dialect, Work work, Way way, int clients) {

    /** What most cases are: nothing new, over kept connections. */
    static Case plain(Stage stage, Variant variant, Dialect dialect, int clients) {
        return new Case(stage, variant, dialect, Work.NOTHING, Way.KEPT, clients);
    }

    Case with(Work other) {
        return new Case(stage, variant, dialect, other, way, clients);
    }

    Case with(Way other) {
        return new Case(stage, variant, dialect, work, other, clients);
    }

    Case with(Variant other) {
        return new Case(stage, other, dialect, work, way, clients);
    }

    Case with(int number) {
        return new Case(stage, variant, dialect, work, way, number);
    }

    Case at(Stage other) {
        return new Case(other, variant, dialect, work, way, clients);
    }

    /** By this it is found in the figures of another run. */
    String id() {
        return String.format(
                Locale.ROOT,
                "%s %s %s %s %d %d %d",
                dialect.id(),
                variant.id(),
                work.id(),
                way.id(),
                clients,
                stage.devices(),
                stage.logRows());
    }

    @Override
    public String toString() {
        return dialect.label() + ", " + work.label() + ", " + way.id() + ", " + variant.label() + ", " + clients
                + " clients";
    }
}
