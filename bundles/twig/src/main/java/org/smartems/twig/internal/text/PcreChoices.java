// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.text;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts the ways through a pattern that read nothing, such as both sides of {@code (|)}. A matcher tries every one of
 * them, each time as many again, and nobody sees it: only the characters that it reads can be counted while it runs.
 */
final class PcreChoices {

    private static final int MOST = 10;
    private static final int SHIFT = 4;

    private static final class Group {
        private final boolean assertion;
        private boolean reads;
        private int empty;

        Group(boolean assertion) {
            this.assertion = assertion;
        }
    }

    private final Deque<Group> open = new ArrayDeque<>();
    private boolean pending;
    private boolean mayBeEmpty;
    private long choices;

    PcreChoices() {
        open.push(new Group(false));
    }

    /** Something that matches characters, or may match without any. */
    void atom(boolean empty) {
        settle();
        pending = true;
        mayBeEmpty = empty;
    }

    /** How often the atom before it may stand there. */
    void quantifier(int least) {
        if (pending && mayBeEmpty) {
            choices += Math.max(1, least);
        }
        mayBeEmpty |= least == 0;
        settle();
    }

    void open(boolean assertion) {
        settle();
        open.push(new Group(assertion));
    }

    void alternative() {
        settle();
        Group group = open.element();
        group.empty += group.reads ? 0 : 1;
        group.reads = false;
    }

    void close() {
        alternative();
        if (open.size() == 1) {
            return;
        }
        Group group = open.pop();
        choices += Math.max(0, group.empty - 1);
        atom(group.assertion || group.empty > 0);
    }

    private void settle() {
        if (pending && !mayBeEmpty) {
            open.element().reads = true;
        }
        pending = false;
    }

    /** Whether there are more than anybody means. */
    boolean areTooMany() {
        return choices > MOST;
    }

    /** Steps that a pattern of that length may make for each character it reads. */
    long stepsForEachCharacter(int length) {
        return 1 + (((long) length << choices) >> SHIFT);
    }
}
