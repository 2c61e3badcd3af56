// SPDX-License-Identifier: Apache-2.0
package org.smartems.procedure.edgegateway.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.smartems.spi.procedure.CheckIn;
import org.smartems.spi.procedure.CommandOffer;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.DeviceTypeInfo;
import org.smartems.spi.procedure.FirmwareOffer;
import org.smartems.spi.procedure.Work;

/** Words a decision for a gateway. A member without a value is left out: agents take its mere name for a value. */
record GatewayAnswer(DeviceTypeInfo deviceType, String serialNumber) {

    DeviceResponse to(CheckIn checkIn) {
        return switch (checkIn.outcome()) {
            case WORK ->
                write(generator -> {
                    if (checkIn.work().isPresent()) {
                        writeWork(generator, checkIn.work().get());
                    }
                });
            case CREATED, DISABLED ->
                write(generator -> generator.writeStringField(
                        "error", deviceType.deviceName() + " device '" + checkIn.identifier() + "' is disabled."));
            case MAINTENANCE -> ErrorAnswer.of("Under maintenance");
            case TOO_MANY_NEW_DEVICES -> ErrorAnswer.of("Too many new devices");
            case MISCONFIGURED ->
                ErrorAnswer.of(
                        "Device type '" + deviceType.name() + "' lacks what its communication procedure requires.");
            default -> write(generator -> {});
        };
    }

    private static void writeWork(JsonGenerator generator, Work work) throws IOException {
        CommandOffer command = work.command().orElseThrow();
        generator.writeStringField("commandName", command.name());
        generator.writeStringField("commandTransactionId", command.transactionId());
        switch (work.kind()) {
            case CONFIG -> writeConfig(generator, work);
            case FIRMWARE -> writeFirmware(generator, work.firmware().orElseThrow());
            default -> {
                // the name of the command says it all
            }
        }
    }

    /** Agents that know of nothing but the address ignore the rest. */
    private static void writeFirmware(JsonGenerator generator, FirmwareOffer firmware) throws IOException {
        generator.writeStringField("firmwareUrl", firmware.url());
        if (!firmware.md5().isEmpty()) {
            generator.writeStringField("firmwareMd5", firmware.md5());
        }
        if (!firmware.version().isEmpty()) {
            generator.writeStringField("firmwareVersion", firmware.version());
        }
    }

    /** A document as it is: no number and no order may change on the way. */
    private static void writeConfig(JsonGenerator generator, Work work) throws IOException {
        generator.writeFieldName("config");
        if (work.isJson()) {
            generator.writeRawValue(work.config());
        } else {
            generator.writeString(work.config());
        }
    }

    private DeviceResponse write(Members members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JsonBody.JSON.createGenerator(text)) {
            generator.writeStartObject();
            generator.writeStringField("serialNumber", serialNumber);
            members.writeTo(generator);
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return DeviceResponse.json(text.toString());
    }

    /** What follows the serial number. */
    private interface Members {

        void writeTo(JsonGenerator generator) throws IOException;
    }
}
