// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.smartems.simulator.CheckIn;
import org.smartems.simulator.CheckInListener;
import org.smartems.simulator.WorkResult;
import org.smartems.simulator.internal.json.JsonWriter;

/** Writes every acknowledged check-in down at once: what must not be lost when a server dies. */
final class Journal implements CheckInListener, Closeable {

    private final Writer out;

    Journal(Path file) throws IOException {
        out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public void ended(CheckIn checkIn) {
        if (!checkIn.acknowledged()) {
            return;
        }
        String line = JsonWriter.write(members(checkIn)) + '\n';
        try {
            synchronized (out) {
                out.write(line);
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the journal", e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static Map<String, Object> members(CheckIn checkIn) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("answeredAt", checkIn.startedAt().plus(checkIn.took()).toString());
        members.put("dialect", checkIn.dialect().id());
        members.put("identifier", checkIn.identifier());
        members.put("number", checkIn.number());
        members.put("answer", checkIn.answer().kind().id());
        members.put("requestId", checkIn.answer().requestId());
        members.put("reported", checkIn.reported().transactionId());
        members.put("transactionId", checkIn.answer().task().transactionId());
        members.put("done", checkIn.work().map(WorkResult::done).orElse(false));
        return members;
    }
}
