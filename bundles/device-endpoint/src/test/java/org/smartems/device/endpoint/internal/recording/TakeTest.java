// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.device.endpoint.recording.RecordingOrder;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceResponse;
import org.smartems.spi.procedure.ProcedureDescription;
import org.smartems.spi.schema.Schema;
import org.smartems.spi.schema.Settings;
import org.smartems.testing.contract.FakeDeviceType;

class TakeTest {

    private static final int MIB = 1 << 20;

    @TempDir
    private Path directory;

    private final CountDownLatch writing = new CountDownLatch(1);

    @Test
    void keepsNothingWaitingThatIsTooLong() {
        Take take = take(identifier -> await());
        take.add(() -> reporting("a first one"));
        take.add(() -> reporting("x".repeat(MIB + 1)));
        assertThat(take.state().leftOut()).isOne();
        assertThat(take.state().reason()).contains("1 MiB");
        end(take);
        assertThat(take.state().written()).isOne();
    }

    @Test
    void letsLittleWaitWhileItWrites() {
        Take take = take(identifier -> {
            await();
            throw new IllegalStateException("nothing more to see");
        });
        Exchange exchange = reporting("x".repeat(MIB - 1000));
        for (int i = 0; i < 20; i++) {
            take.add(() -> exchange);
        }
        assertThat(take.state().leftOut()).isEqualTo(4);
        assertThat(take.state().reason()).contains("more came");
        end(take);
        assertThat(take.state().leftOut()).isEqualTo(20);
    }

    @Test
    void countsWhatAnErrorKeepsFromBeingWritten() {
        Take take = take(identifier -> {
            throw new StackOverflowError();
        });
        take.add(() -> reporting("one"));
        take.add(() -> {
            throw new LinkageError();
        });
        take.end();
        assertThat(take.state().leftOut()).isEqualTo(2);
        assertThat(take.state().reason()).contains("log");
    }

    private Take take(Function<String, Set<String>> secrets) {
        RecordingOrder order = new RecordingOrder(1, 100, Duration.ofMinutes(1), "");
        return new Take("Type", directory, order, Clock.systemUTC(), secrets);
    }

    private void end(Take take) {
        writing.countDown();
        take.end();
    }

    private Set<String> await() {
        try {
            writing.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Set.of();
    }

    private static Exchange reporting(String data) {
        ProcedureDescription procedure = ProcedureDescription.of("test", "Test");
        return new Exchange(
                new Exchange.Request("GET", "/config", Map.of(), new byte[0]),
                new Exchange.Setting(
                        procedure,
                        FakeDeviceType.of(procedure),
                        DeviceField.SERIAL_NUMBER,
                        Settings.of(Schema.of(), Map.of()),
                        ""),
                Optional.of(DeviceReport.empty().withDiagnoseData(data)),
                Optional.empty(),
                List.of(),
                List.of(),
                DeviceResponse.empty());
    }
}
