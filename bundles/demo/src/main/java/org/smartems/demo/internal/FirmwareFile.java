// SPDX-License-Identifier: Apache-2.0
package org.smartems.demo.internal;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A firmware for simulated devices, which find its version in its first line. */
final class FirmwareFile {

    private static final int SIZE = 256 * 1024;

    private FirmwareFile() {}

    static byte[] of(String version) {
        byte[] file = new byte[SIZE];
        new Random(version.hashCode()).nextBytes(file);
        byte[] start = ("smartems-simulated-firmware version=" + version + "\n").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(start, 0, file, 0, start.length);
        return file;
    }
}
