// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Puts load on a server. */
final class Load {

    private final Target target;
    private final Processes processes;

    Load(Target target, Processes processes) {
        this.target = target;
        this.processes = processes;
    }

    /** Lets each device check in once, so that none of them is new to the server any more. */
    List<String> introduce(Dialect dialect) throws IOException, InterruptedException {
        List<Client> clients = connect(new Case(Variant.PRODUCT, dialect, Plan.MANY));
        try {
            for (Thread thread : start(clients, Client::runOnce)) {
                thread.join();
            }
            return problems(clients);
        } finally {
            close(clients);
        }
    }

    /** Connects and logs in before the clock runs; then a client checks in as soon as it was answered. */
    Slice run(Case test, Duration time) throws IOException, InterruptedException {
        List<Client> clients = connect(test);
        try {
            CountDownLatch go = new CountDownLatch(1);
            AtomicLong end = new AtomicLong();
            List<Thread> threads = start(clients, client -> {
                if (await(go)) {
                    client.runUntil(end.get());
                }
            });
            Cpu before = processes.cpu();
            end.set(System.nanoTime() + time.toNanos());
            go.countDown();
            Thread.sleep(time.toMillis());
            Cpu cpu = processes.cpu().minus(before);
            for (Thread thread : threads) {
                thread.join();
            }
            return new Slice(time.toNanos() / 1e9, sorted(clients), cpu, problems(clients));
        } finally {
            close(clients);
        }
    }

    private List<Client> connect(Case test) throws IOException {
        List<Client> clients = new ArrayList<>();
        try {
            for (int i = 0; i < test.clients(); i++) {
                clients.add(new Client(target, test, i));
            }
            return clients;
        } catch (IOException e) {
            close(clients);
            throw e;
        }
    }

    private static List<Thread> start(List<Client> clients, Consumer<Client> work) {
        List<Thread> threads = clients.stream()
                .map(client -> new Thread(() -> work.accept(client)))
                .toList();
        threads.forEach(Thread::start);
        return threads;
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
