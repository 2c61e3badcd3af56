// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Bodies that no honest device sends, by what they are. */
final class HostileBodies {

    private static final int LARGE = 1 << 20;

    private HostileBodies() {}

    /** The same bodies at each call; {@code good} is one that the procedure takes. */
    static Map<String, byte[]> of(byte[] good) {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        bodies.put("nothing", new byte[0]);
        bodies.put("NUL", new byte[] {0});
        bodies.put("broken UTF-8", new byte[] {'a', '=', (byte) 0xC3, (byte) 0x28, (byte) 0xFF});
        bodies.put("UTF-16", "{\"serialNumber\":\"1\"}".getBytes(StandardCharsets.UTF_16));
        bodies.put("byte order mark", concat("\uFEFF".getBytes(StandardCharsets.UTF_8), good));
        bodies.put("a megabyte of one letter", filled((byte) 'a'));
        bodies.put("a megabyte of brackets", filled((byte) '['));
        bodies.put("a megabyte of separators", filled((byte) '&'));
        bodies.put("deep objects", text("{\"a\":".repeat(100_000)));
        bodies.put("deep objects in a member", text("{\"config\":" + "{\"a\":".repeat(1000) + "1" + "}".repeat(1001)));
        bodies.put("many members", text("a=1&".repeat(100_000)));
        bodies.put("the same member twice", text("{\"a\":1,\"a\":2}"));
        bodies.put("a long number", text("{\"a\":" + "9".repeat(100_000) + "}"));
        bodies.put("a great exponent", text("{\"a\":1e999999999}"));
        bodies.put("half a surrogate", text("{\"serialNumber\":\"\\ud800\",\"firmwareVersion\":\"1\"}"));
        bodies.put("broken escapes", text("Serial=%&Firmware=%4&config=%zz"));
        bodies.put("an external entity", text("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"));
        bodies.put("twice what is good", concat(good, good));
        addBroken(good, bodies);
        return bodies;
    }

    private static void addBroken(byte[] good, Map<String, byte[]> bodies) {
        Random random = new Random(17);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[random.nextInt(512)];
            random.nextBytes(noise);
            bodies.put("noise " + i, noise);
            byte[] changed = good.clone();
            if (changed.length > 0) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                bodies.put("a good one with a changed byte " + i, changed);
                bodies.put("a good one cut off " + i, Arrays.copyOf(good, random.nextInt(good.length)));
            }
        }
    }

    private static byte[] filled(byte value) {
        byte[] body = new byte[LARGE];
        Arrays.fill(body, value);
        return body;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
