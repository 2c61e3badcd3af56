// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Devices that check in one after the other: client number n of N takes every N-th device, so that no two check-ins of
 * a device meet. Used by one thread at a time.
 */
final class Client implements AutoCloseable {

    private static final int MAXIMUM_PROBLEMS = 5;
    /** Of connections whose session was not resumed: a ticket may come late. */
    private static final int EXCUSED = 10;

    private final Target target;
    private final Case test;
    private final int number;
    private final Authorization authorization;
    private final List<String> problems = new ArrayList<>();
    private Line line;
    private int device;
    private long said;
    private int unresumed;
    private long[] nanos = new long[1 << 14];
    private int count;

    Client(Target target, Case test, int number) throws IOException {
        this.target = target;
        this.test = test;
        this.number = number;
        this.device = number;
        this.said = System.nanoTime() & 0xffffffL; // what is reported is new in each slice, too
        this.line = target.connect(test.way(), number);
        this.authorization = authorization();
    }

    /**
     * Checks in until the time has come; what is under way then is not counted.
     *
     * @param end may change meanwhile
     * @return false when there are no devices left that anything is requested for
     */
    boolean runUntil(LongSupplier end) {
        while (problems.size() < MAXIMUM_PROBLEMS && visit(end)) {
            device += test.clients();
            if (device >= test.stage().devices()) {
                if (test.work() == Work.COMMAND) {
                    return false;
                }
                device = number;
            }
        }
        return true;
    }

    /** Whether the next device may follow. */
    private boolean visit(LongSupplier end) {
        if (test.work() != Work.COMMAND) {
            String more = test.work() == Work.CONFIG ? test.dialect().config(said) : "";
            return exchange(more, end).map(this::isNothing).orElse(false);
        }
        Optional<Answer> answer = exchange("", end);
        if (answer.isEmpty()) {
            return false;
        }
        Optional<String> transaction = test.dialect().transaction(device, answer.get());
        if (transaction.isEmpty()) {
            return unexpected(answer.get());
        }
        return exchange(test.dialect().done(transaction.get()), end)
                .map(this::isNothing)
                .orElse(false);
    }

    /** Empty when the time has come, or the check-in has failed. */
    private Optional<Answer> exchange(String more, LongSupplier end) {
        byte[] request = request(authorization.value(path()), more);
        long begin = System.nanoTime();
        try {
            if (test.way() != Way.KEPT) {
                connect();
            }
            Answer answer = line.exchange(request);
            long now = System.nanoTime();
            if (now - end.getAsLong() > 0) {
                return Optional.empty();
            }
            took(now - begin);
            return Optional.of(answer);
        } catch (IOException e) {
            problems.add(e.toString());
            return Optional.empty();
        }
    }

    private void connect() throws IOException {
        line.close();
        long now = System.currentTimeMillis();
        line = target.connect(test.way(), number);
        boolean resumed = line.isResumed(now);
        if (test.way() == Way.FULL && resumed) {
            problems.add("a session was resumed that should not have been");
        }
        unresumed += resumed ? 0 : 1;
        if (test.way() == Way.RESUMED && unresumed > EXCUSED && unresumed > count / EXCUSED) {
            problems.add(unresumed + " sessions of " + count + " could not be resumed");
        }
    }

    /** How long each check-in took. */
    long[] nanos() {
        return Arrays.copyOf(nanos, count);
    }

    List<String> problems() {
        return problems;
    }

    @Override
    public void close() throws IOException {
        line.close();
    }

    private void took(long time) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = time;
    }

    private boolean isNothing(Answer answer) {
        byte[] expected = test.dialect().expected(test.variant(), device);
        return answer.status() == 200 && Arrays.equals(answer.body(), expected) || unexpected(answer);
    }

    /** The next device may follow. */
    private boolean unexpected(Answer answer) {
        problems.add("device " + device + ": " + answer.brief());
        return true;
    }

    private Authorization authorization() throws IOException {
        Target.User user = target.user(test.dialect());
        if (test.dialect() == Dialect.EDGE_GATEWAY) {
            return Authorization.basic(user.username(), user.password());
        }
        if (test.variant() == Variant.CONSTANT) {
            // as much to say and to compute as to the product
            String challenge = "realm=\"Router Area\", nonce=\"" + "0123456789abcdef".repeat(6) + "\"";
            return new Authorization.Digest(user.username(), user.password(), challenge);
        }
        Answer answer = line.exchange(request("", ""));
        if (answer.status() != 401) {
            throw new ProtocolException("without credentials, 401 was expected: " + answer.brief());
        }
        return new Authorization.Digest(user.username(), user.password(), answer.header("WWW-Authenticate"));
    }

    private byte[] request(String authorizationValue, String more) {
        said++;
        byte[] body =
                test.dialect().report(device, 86_400 + said % 1_000_000, more).getBytes(UTF_8);
        StringBuilder head = new StringBuilder(512);
        head.append("POST ")
                .append(path())
                .append(" HTTP/1.1\r\nHost: 127.0.0.1:")
                .append(target.port());
        head.append("\r\nContent-Type: ").append(test.dialect().contentType());
        head.append("\r\nContent-Length: ").append(body.length);
        if (!authorizationValue.isEmpty()) {
            head.append("\r\nAuthorization: ").append(authorizationValue);
        }
        byte[] start = head.append("\r\n\r\n").toString().getBytes(UTF_8);
        byte[] request = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        return request;
    }

    private String path() {
        return test.dialect().path(test.variant());
    }
}
