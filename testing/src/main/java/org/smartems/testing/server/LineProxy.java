// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A line to a server that passes bytes on as they come, and is cut at random ones of them. Any thread may call its
 * methods.
 */
public final class LineProxy implements AutoCloseable {

    /** Longer than a handshake with a usual request or answer. */
    private static final int USUAL = 6_000;

    /**
     * Beyond what is usual, and still near the beginning: the server only learns of a cut while the sockets on the way
     * cannot hold the rest of the answer.
     */
    private static final int DEEP = 8_000;

    private static final int DEEPEST = 40_000;
    private static final int WINDOW = 32 << 10;
    private static final int NEVER = Integer.MAX_VALUE;

    private final ServerSocket listener;
    private final int[] ports;
    private final Random random = new Random(1);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "line");
        thread.setDaemon(true);
        return thread;
    });
    private volatile int percent;
    private volatile boolean longAnswers;
    private int turn; // of the thread that accepts

    private LineProxy(int[] ports) throws IOException {
        this.ports = ports;
        this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /**
     * A line that is whole until it is told otherwise.
     *
     * @param ports of servers on this machine, which need not be there yet; each connection goes to the next one in
     *     turn that is there
     * @return to be closed
     * @throws IOException when there is no port left to listen on
     */
    public static LineProxy to(int... ports) throws IOException {
        return new LineProxy(ports.clone());
    }

    /**
     * Where devices call.
     *
     * @return scheme, host and port
     */
    public String url() {
        return "https://127.0.0.1:" + port();
    }

    /**
     * Where it listens.
     *
     * @return the port
     */
    public int port() {
        return listener.getLocalPort();
    }

    /**
     * From now on cuts some of the new connections.
     *
     * @param percentOfConnections so many of a hundred, at a random byte of a usual request or answer
     * @param everyLongAnswer whether every answer that is longer than usual is cut near its beginning
     */
    public void cut(int percentOfConnections, boolean everyLongAnswer) {
        percent = percentOfConnections;
        longAnswers = everyLongAnswer;
    }

    /** Cuts every connection that there is now. */
    public void cutAll() {
        open.forEach(LineProxy::reset);
    }

    /** Cuts every connection and listens no more. */
    @Override
    public void close() throws IOException {
        listener.close();
        cutAll();
        threads.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                connect(listener.accept());
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void connect(Socket device) {
        open.add(device);
        Optional<Socket> found = server();
        if (found.isEmpty()) {
            reset(device);
            open.remove(device);
            return;
        }
        Socket server = found.get();
        open.add(server);
        boolean cut = random.nextInt(100) < percent;
        boolean request = random.nextBoolean();
        int place = 1 + random.nextInt(USUAL);
        int deep = DEEP + random.nextInt(DEEPEST - DEEP);
        boolean answer = cut && !request;
        threads.execute(() -> pass(device, server, cut && request ? place : NEVER, false));
        threads.execute(() -> pass(server, device, answer ? place : deep, !answer));
    }

    private Optional<Socket> server() {
        for (int i = 0; i < ports.length; i++) {
            Socket server = new Socket();
            try {
                server.setReceiveBufferSize(WINDOW);
                turn = (turn + 1) % ports.length;
                server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports[turn]));
                return Optional.of(server);
            } catch (IOException e) {
                reset(server); // it is away
            }
        }
        return Optional.empty();
    }

    /** One direction. */
    private void pass(Socket from, Socket to, int place, boolean deep) {
        byte[] buffer = new byte[WINDOW];
        int left = place;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            while (true) {
                int read = in.read(buffer, 0, Math.min(buffer.length, left));
                if (read < 0) {
                    hangUp(from, to);
                    return;
                }
                out.write(buffer, 0, read);
                left -= read;
                if (left == 0 && (!deep || longAnswers)) {
                    end(from, to);
                    return;
                }
                left = left == 0 ? NEVER : left;
            }
        } catch (IOException e) {
            end(from, to);
        }
    }

    /** Half of the line; with the second half it is gone. */
    private void hangUp(Socket from, Socket to) throws IOException {
        to.shutdownOutput();
        if (from.isOutputShutdown()) {
            open.remove(from);
            open.remove(to);
            from.close();
            to.close();
        }
    }

    private void end(Socket one, Socket other) {
        reset(one);
        reset(other);
        open.remove(one);
        open.remove(other);
    }

    /** Without a farewell, as a line breaks. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException ignored) {
            // is closed already
        }
    }
}
