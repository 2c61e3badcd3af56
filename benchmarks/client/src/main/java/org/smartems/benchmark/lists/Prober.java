// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.lists;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Map;
import org.smartems.benchmark.Api;
import org.smartems.benchmark.Cpu;
import org.smartems.benchmark.Memory;
import org.smartems.benchmark.Processes;

/** Measures one case after the other. For one thread. */
final class Prober {

    private static final int BUFFER = 1 << 16;

    private final Users users;
    private final Floor floor;
    private final Processes processes;
    private final Memory memory;
    private long rows;

    /** The ways to ask. */
    record Users(Api admin, Api tagged) {

        Api of(ListCase test) {
            return test.kind() == ListCase.Kind.TAGGED_PAGE ? tagged : admin;
        }
    }

    Prober(Users users, Floor floor, long process) {
        this.users = users;
        this.floor = floor;
        this.processes = new Processes(process);
        this.memory = new Memory(process);
    }

    Sample measure(ListCase test) throws IOException, InterruptedException, SQLException {
        boolean figures = test.kind() == ListCase.Kind.FIGURES;
        double floorMillis = figures ? 0 : millis(() -> floor.run(test));
        double countMillis = test.kind().isPage() ? millis(() -> floor.count(test.countSql())) : 0;
        double heap = test.kind().isExport() ? memory.heapAfterCollection() : 0;
        double resident = memory.resident();
        memory.forgetPeak();
        Sample.Answer[] answer = new Sample.Answer[1];
        Cpu before = processes.cpu();
        double millis = millis(() -> answer[0] = ask(test));
        Cpu cpu = processes.cpu().minus(before);
        Sample.Answer measured = new Sample.Answer(
                answer[0].bytes(), answer[0].rows(), answer[0].exact(), heap, memory.peak() - resident);
        return new Sample(millis, floorMillis, countMillis, cpu, measured);
    }

    private interface Step {
        void run() throws IOException, InterruptedException, SQLException;
    }

    private static double millis(Step step) throws IOException, InterruptedException, SQLException {
        long begin = System.nanoTime();
        step.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    private Sample.Answer ask(ListCase test) throws IOException, InterruptedException {
        Api api = users.of(test);
        if (test.kind().isExport()) {
            return read(test, api);
        }
        if (test.kind() == ListCase.Kind.FIGURES) {
            return new Sample.Answer(api.get(test.path()).length, 0, true, 0, 0);
        }
        byte[] body = api.post(test.path(), test.body(test.kind() == ListCase.Kind.LAST_PAGE ? lastPage() : 1));
        Map<?, ?> answer = Api.object(body);
        if (!(answer.get("rowCount") instanceof Number count)) {
            throw new IOException("no rowCount in the answer to " + test.label());
        }
        rows = test.question() == ListCase.Question.ALL ? count.longValue() : rows;
        boolean exact = !Boolean.FALSE.equals(answer.get("rowCountExact"));
        return new Sample.Answer(body.length, count.longValue(), exact, 0, 0);
    }

    /** As the console finds it: by the count of the first page. */
    private long lastPage() {
        return Math.max(1, (rows + ListCase.ROWS - 1) / ListCase.ROWS);
    }

    private static Sample.Answer read(ListCase test, Api api) throws IOException, InterruptedException {
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        long lines = 0;
        try (InputStream in = api.stream(test.path(), test.body(1))) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                bytes += count;
                for (int i = 0; i < count; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        // the first line has the names of the columns
        return new Sample.Answer(bytes, test.kind() == ListCase.Kind.CSV ? lines - 1 : 0, true, 0, 0);
    }
}
