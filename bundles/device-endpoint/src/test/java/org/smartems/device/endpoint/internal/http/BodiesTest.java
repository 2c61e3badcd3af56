// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.Map;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;

class BodiesTest {

    private static final int LARGE = 1 << 20;

    /** A request holds up to eight times its body until it is answered. */
    private final Bodies bodies = new Bodies(2 * 8 * LARGE);

    @Test
    void boundsWhatTheRequestsOfAllLargeBodiesHoldTogether() throws IOException {
        try (Bodies.Body first = bodies.read(request(LARGE))) {
            assertThat(first.bytes()).hasSize(LARGE);
            Bodies.Body second = bodies.read(request(LARGE));
            assertThatThrownBy(() -> bodies.read(request(LARGE))).isInstanceOf(Refusal.class);
            try (Bodies.Body small = bodies.read(request(64 << 10))) {
                assertThat(small.bytes()).hasSize(64 << 10);
            }
            second.close();
            bodies.read(request(LARGE)).close();
        }
        bodies.read(request(2 * LARGE)).close();
    }

    @Test
    void givesBackWhatARefusedOrBrokenBodyHeld() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> bodies.read(request(2 * LARGE + 1))).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> bodies.read(broken())).isInstanceOf(IOException.class);
        }
        bodies.read(request(2 * LARGE)).close();
    }

    private static Incoming request(int size) {
        return request(size, new ByteArrayInputStream(new byte[size]));
    }

    private static Incoming broken() {
        byte[] half = new byte[LARGE];
        return request(2 * LARGE, new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == half.length) {
                    throw new IOException("broken");
                }
                return half[at++];
            }
        });
    }

    private static Incoming request(int announced, InputStream in) {
        Map<String, Object> answers =
                Map.of("getContentLengthLong", (long) announced, "getInputStream", servletStream(in));
        return new Incoming((HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }

    private static ServletInputStream servletStream(InputStream in) {
        return new ServletInputStream() {
            @Override
            public int read() throws IOException {
                return in.read();
            }

            @Override
            public boolean isFinished() {
                return false;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {}
        };
    }
}
