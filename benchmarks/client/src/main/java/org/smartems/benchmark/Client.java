// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One connection over which devices check in, one after the other: client number n of N takes every N-th device, so
 * that no two check-ins of a device meet. Used by one thread at a time.
 */
final class Client implements AutoCloseable {

    private static final int MAXIMUM_PROBLEMS = 5;

    private final Target target;
    private final Case test;
    private final int number;
    private final Line line;
    private final Authorization authorization;
    private final List<String> problems = new ArrayList<>();
    private int device;
    private long said;
    private long[] nanos = new long[1 << 14];
    private int count;

    Client(Target target, Case test, int number) throws IOException {
        this.target = target;
        this.test = test;
        this.number = number;
        this.device = number;
        this.line = new Line(target.sockets(), "127.0.0.1", target.port());
        this.authorization = authorization();
    }

    /** Checks in until the time has come. What is under way then is not counted. */
    void runUntil(long end) {
        while (problems.size() < MAXIMUM_PROBLEMS && checkIn(end)) {
            device = device + test.clients() < target.devices() ? device + test.clients() : number;
        }
    }

    /** Lets each of its devices check in once. */
    void runOnce() {
        for (device = number; device < target.devices(); device += test.clients()) {
            if (problems.size() >= MAXIMUM_PROBLEMS || !checkIn(Long.MAX_VALUE)) {
                return;
            }
        }
    }

    /** Whether another one may follow. */
    private boolean checkIn(long end) {
        byte[] request = request(authorization.value(path()));
        long begin = System.nanoTime();
        try {
            Answer answer = line.exchange(request);
            long now = System.nanoTime();
            if (end != Long.MAX_VALUE && now - end > 0) {
                return false;
            }
            took(now - begin);
            check(answer);
            return true;
        } catch (IOException e) {
            problems.add(e.toString());
            return false;
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

    private void check(Answer answer) {
        byte[] expected = test.dialect().expected(test.variant(), device);
        if (answer.status() != 200 || !Arrays.equals(answer.body(), expected)) {
            problems.add("device " + device + ": " + answer.brief());
        }
    }

    private Authorization authorization() throws IOException {
        Target.User user = target.users().get(test.dialect());
        if (test.dialect() == Dialect.EDGE_GATEWAY) {
            return Authorization.basic(user.username(), user.password());
        }
        if (test.variant() == Variant.CONSTANT) {
            // as much to say and to compute as to the product
            String challenge = "realm=\"Router Area\", nonce=\"" + "0123456789abcdef".repeat(6) + "\"";
            return new Authorization.Digest(user.username(), user.password(), challenge);
        }
        Answer answer = line.exchange(request(""));
        if (answer.status() != 401) {
            throw new ProtocolException("without credentials, 401 was expected: " + answer.brief());
        }
        return new Authorization.Digest(user.username(), user.password(), answer.header("WWW-Authenticate"));
    }

    private byte[] request(String authorizationValue) {
        said++;
        byte[] body = test.dialect().report(device, 86_400 + said).getBytes(UTF_8);
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
