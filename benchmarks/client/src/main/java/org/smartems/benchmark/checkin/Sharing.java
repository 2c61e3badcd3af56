// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

/**
 * What the server and its database have counted.
 *
 * @param walBytes what the database has written to its log ahead
 * @param reads how many statements of READ
 * @param read how many reports they were for
 * @param writes how many transactions of WRITE
 * @param written how many reports they were for
 */
record Sharing(double walBytes, double reads, double read, double writes, double written) {

    static final Sharing NONE = new Sharing(0, 0, 0, 0, 0);

    Sharing minus(Sharing earlier) {
        return new Sharing(
                walBytes - earlier.walBytes,
                reads - earlier.reads,
                read - earlier.read,
                writes - earlier.writes,
                written - earlier.written);
    }

    Sharing plus(Sharing other) {
        return new Sharing(
                walBytes + other.walBytes,
                reads + other.reads,
                read + other.read,
                writes + other.writes,
                written + other.written);
    }

    /** Reports in a READ, on average; 0 when nothing was read. */
    double meanRead() {
        return reads > 0 ? read / reads : 0;
    }

    /** Reports in a WRITE, on average; 0 when nothing was written. */
    double meanWrite() {
        return writes > 0 ? written / writes : 0;
    }
}
