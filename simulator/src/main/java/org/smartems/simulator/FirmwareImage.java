// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Firmware for simulated devices. An image tells its version in its first line, since neither dialect tells a device
 * the version of what it is to install.
 */
public final class FirmwareImage {

    /** How many bytes at the start of a file are needed to find its version. */
    public static final int HEADER_LENGTH = 512;

    private static final Pattern HEADER = Pattern.compile("^smartems-simulated-firmware version=(\\S+)\n");
    private static final Pattern IN_NAME = Pattern.compile("[vV]?\\d+(?:\\.[0-9A-Za-z]+)+");
    private static final Pattern EXTENSION = Pattern.compile("(?:\\.[A-Za-z]+)+$");

    private FirmwareImage() {}

    /**
     * An image.
     *
     * @param version what a device reports once it has installed it
     * @param size in bytes; at least the first line is there
     * @return the same bytes for the same arguments
     */
    public static byte[] of(String version, int size) {
        byte[] header = ("smartems-simulated-firmware version=" + version + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] image = new byte[Math.max(size, header.length)];
        new SplittableRandom(version.hashCode()).nextBytes(image);
        System.arraycopy(header, 0, image, 0, header.length);
        return image;
    }

    /**
     * The version of a firmware: by its first line, or else by its file name.
     *
     * @param start the first {@link #HEADER_LENGTH} bytes, or all
     * @param fileName last part of its address
     * @return empty when neither tells it
     */
    public static Optional<String> version(byte[] start, String fileName) {
        Matcher header = HEADER.matcher(new String(start, StandardCharsets.ISO_8859_1));
        if (header.find()) {
            return Optional.of(header.group(1));
        }
        return IN_NAME.matcher(EXTENSION.matcher(fileName).replaceFirst(""))
                .results()
                .reduce((first, second) -> second)
                .map(found -> found.group());
    }
}
