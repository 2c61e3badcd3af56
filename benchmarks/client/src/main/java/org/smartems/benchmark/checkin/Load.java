// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.smartems.benchmark.Cpu;
import org.smartems.benchmark.Processes;

/** Puts load on a server. */
final class Load {

    private final Target target;
    private final Processes processes;
    private final Meter meter;

    Load(Target target, Processes processes, Meter meter) {
        this.target = target;
        this.processes = processes;
        this.meter = meter;
    }

    /**
     * Connects and logs in before the clock runs; then a client checks in as soon as it was answered. Ends early when
     * a client has no device left that anything is requested for.
     */
    Slice run(Case test, Duration time) throws IOException, InterruptedException {
        List<Client> clients = connect(test);
        try {
            return run(clients, time);
        } finally {
            close(clients);
        }
    }

    private Slice run(List<Client> clients, Duration time) throws IOException, InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        AtomicLong end = new AtomicLong();
        List<Thread> threads = clients.stream()
                .map(client -> new Thread(() -> {
                    if (await(go) && !client.runUntil(end::get)) {
                        over.countDown();
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        Sharing counted = meter.read();
        Cpu before = processes.cpu();
        long begin = System.nanoTime();
        end.set(begin + time.toNanos());
        go.countDown();
        boolean early = over.await(time.toNanos(), TimeUnit.NANOSECONDS);
        end.set(early ? System.nanoTime() : end.get());
        Cpu cpu = processes.cpu().minus(before);
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (end.get() - begin) / 1e9;
        return new Slice(seconds, sorted(clients), cpu, meter.read().minus(counted), problems(clients));
    }

    private List<Client> connect(Case test) throws IOException {
        List<Client> clients = new ArrayList<>();
        try {
            for (int i = 0; i < Math.min(test.clients(), test.stage().devices()); i++) {
                clients.add(new Client(target, test, i));
            }
            return clients;
        } catch (IOException e) {
            close(clients);
            throw e;
        }
    }

    private static void close(List<Client> clients) throws IOException {
        for (Client client : clients) {
            client.close();
        }
    }

    private static long[] sorted(List<Client> clients) {
        return clients.stream()
                .flatMapToLong(client -> LongStream.of(client.nanos()))
                .sorted()
                .toArray();
    }

    private static List<String> problems(List<Client> clients) {
        return clients.stream().flatMap(client -> client.problems().stream()).toList();
    }

    private static boolean await(CountDownLatch go) {
        try {
            go.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
