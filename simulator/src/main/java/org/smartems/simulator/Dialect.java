// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import java.util.Arrays;
import java.util.Optional;

/** A way in which devices talk to the server. */
public enum Dialect {
    /** Routers of the series TK100: like TK500. */
    TK100("tk100", "/router/tk100", "RF1151", "TK112L", "V1.0.0.r10106"),
    /** Routers of the series TK500: like TK800, without a running config. */
    TK500("tk500", "/router/tk500", "RF5151", "TK515L", "V1.0.0.r10206"),
    /** Routers of the second series TK500: like TK500. */
    TK500_V2("tk500-v2", "/router/tk500-v2", "RF5251", "TK525L", "V2.0.0.r10216"),
    /** Routers of the third series TK500: like TK500. */
    TK500_V3("tk500-v3", "/router/tk500-v3", "RF5351", "TK535L", "V3.0.0.r10226"),
    /** Routers of the series TK600: like TK800, with a device supervisor that calls by itself after the router. */
    TK600("tk600", "/router/tk600", "RF6151", "TK615L", "V1.0.0.r10306"),
    /** Routers of the series TK800: a form is posted, the content type of the answer says what to do. */
    TK800("tk800", "/router/tk800", "RF4151", "TK815L-EX0", "V1.0.0.r10406"),
    /** Edge gateways: JSON both ways, commands with transaction ids. */
    EDGE_GATEWAY("edge-gateway", "/api/edgegateway", "EG", "EG503L", "v1.9.0");

    private final String id;
    private final String prefix;
    private final String serialPrefix;
    private final String model;
    private final String firmwareVersion;

    Dialect(String id, String prefix, String serialPrefix, String model, String firmwareVersion) {
        this.id = id;
        this.prefix = prefix;
        this.serialPrefix = serialPrefix;
        this.model = model;
        this.firmwareVersion = firmwareVersion;
    }

    /**
     * The name in configuration files and on the command line.
     *
     * @return lower case, words joined by hyphens
     */
    public String id() {
        return id;
    }

    /**
     * Finds a dialect.
     *
     * @param id as {@link #id()} gives it
     * @return empty for any other text
     */
    public static Optional<Dialect> of(String id) {
        return Arrays.stream(values()).filter(dialect -> dialect.id.equals(id)).findFirst();
    }

    /**
     * Whether routers speak it.
     *
     * @return false for edge gateways
     */
    public boolean isRouter() {
        return this != EDGE_GATEWAY;
    }

    /**
     * Whether its routers have a running config besides the startup config.
     *
     * @return false for edge gateways as well
     */
    public boolean hasRunningConfig() {
        return this == TK600 || this == TK800;
    }

    /**
     * The usual route prefix of its device type.
     *
     * @return begins with a slash
     */
    public String prefix() {
        return prefix;
    }

    /**
     * How the serial numbers of its devices begin.
     *
     * @return letters and digits
     */
    public String serialPrefix() {
        return serialPrefix;
    }

    /**
     * A usual model, or hardware version.
     *
     * @return never empty
     */
    public String model() {
        return model;
    }

    /**
     * What a usual device runs when it is new.
     *
     * @return as the device reports it
     */
    public String firmwareVersion() {
        return firmwareVersion;
    }
}
