// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import java.util.Optional;
import org.smartems.spi.procedure.CommandOffer;
import org.smartems.spi.procedure.FirmwareOffer;
import org.smartems.spi.procedure.Work;
import org.smartems.spi.procedure.WorkKind;

/** Work as a test wants it; immutable, the methods that change something return a changed copy. */
public final class FakeWork implements Work {

    private final WorkKind kind;
    private final int slot;
    private String config = "";
    private boolean json;
    private FirmwareOffer firmware;
    private CommandOffer command;

    private FakeWork(WorkKind kind, int slot) {
        this.kind = kind;
        this.slot = slot;
    }

    /**
     * The device is asked for diagnose data.
     *
     * @return inline work
     */
    public static FakeWork diagnose() {
        return new FakeWork(WorkKind.DIAGNOSE, 0);
    }

    /**
     * The device is asked for its config.
     *
     * @return inline work
     */
    public static FakeWork requestConfig() {
        return new FakeWork(WorkKind.REQUEST_CONFIG, 0);
    }

    /**
     * The device gets a config of plain text.
     *
     * @param slot 1 to 3
     * @param text the rendered config
     * @return inline work
     */
    public static FakeWork config(int slot, String text) {
        FakeWork work = new FakeWork(WorkKind.CONFIG, slot);
        work.config = text;
        return work;
    }

    /**
     * The device gets a config of JSON.
     *
     * @param slot 1 to 3
     * @param document the rendered config
     * @return inline work
     */
    public static FakeWork jsonConfig(int slot, String document) {
        FakeWork work = config(slot, document);
        work.json = true;
        return work;
    }

    /**
     * The device is sent to a firmware.
     *
     * @param slot 1 to 3
     * @param url where it is
     * @param md5 its checksum, may be empty
     * @param version as stored
     * @return inline work
     */
    public static FakeWork firmware(int slot, String url, String md5, String version) {
        FakeWork work = new FakeWork(WorkKind.FIRMWARE, slot);
        work.firmware = new Firmware(url, md5, version);
        return work;
    }

    /**
     * The same work as a command.
     *
     * @param name of the command
     * @param transactionId a UUID
     * @return a copy
     */
    public FakeWork asCommand(String name, String transactionId) {
        FakeWork copy = new FakeWork(kind, slot);
        copy.config = config;
        copy.json = json;
        copy.firmware = firmware;
        copy.command = new Command(name, transactionId);
        return copy;
    }

    @Override
    public WorkKind kind() {
        return kind;
    }

    @Override
    public int slot() {
        return slot;
    }

    @Override
    public String config() {
        return config;
    }

    @Override
    public boolean isJson() {
        return json;
    }

    @Override
    public Optional<FirmwareOffer> firmware() {
        return Optional.ofNullable(firmware);
    }

    @Override
    public Optional<CommandOffer> command() {
        return Optional.ofNullable(command);
    }

    private record Firmware(String url, String md5, String version) implements FirmwareOffer {}

    private record Command(String name, String transactionId) implements CommandOffer {}
}
