// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import java.io.IOException;
import java.io.Writer;

/** Counts what is written. */
final class BoundedWriter extends Writer {

    private final Writer target;
    private final Meter meter;
    private long written;

    private BoundedWriter(Writer target, Meter meter) {
        this.target = target;
        this.meter = meter;
    }

    static Writer of(Writer target, Meter meter) {
        return target instanceof BoundedWriter ? target : new BoundedWriter(target, meter);
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        count(length);
        target.write(buffer, offset, length);
    }

    @Override
    public void write(String text) throws IOException {
        count(text.length());
        target.write(text);
    }

    @Override
    public void write(int character) throws IOException {
        count(1);
        target.write(character);
    }

    private void count(int characters) {
        written += characters;
        if (written > Meter.TEXT) {
            throw new Refusal("The output is longer than the limit of " + Meter.TEXT + " characters");
        }
        meter.work(characters);
    }

    @Override
    public void flush() {
        // everything goes to memory
    }

    @Override
    public void close() {
        // everything goes to memory
    }
}
