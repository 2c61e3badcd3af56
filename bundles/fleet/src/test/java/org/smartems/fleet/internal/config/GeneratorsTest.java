// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.PlatformException;
import org.smartems.api.error.ValidationException;
import org.smartems.platform.plugin.Limits;
import org.smartems.platform.plugin.PlatformFailure;
import org.smartems.platform.plugin.PlugIn;
import org.smartems.spi.config.CompiledConfig;
import org.smartems.spi.config.ConfigException;
import org.smartems.spi.config.ConfigGenerator;

@Timeout(60)
class GeneratorsTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final AtomicBoolean released = new AtomicBoolean();
    private final Generators generators =
            new Generators(new Limits(2, Duration.ofMillis(300), LONG, LONG, 2, LONG, 32 << 20));

    @AfterEach
    void end() {
        released.set(true);
        generators.close();
    }

    @Test
    void countsWhatAGeneratorFails() throws Exception {
        add("null", source -> null);
        add("throws", source -> {
            throw new IllegalStateException("secret");
        });
        add("renders-null", source -> variables -> null);
        for (String id : new String[] {"null", "throws", "renders-null"}) {
            assertThatThrownBy(() -> generators.compile(id, "").render(Map.of()))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage("The generator failed, see the log of the server");
            assertThat(find(id).counts().faults()).isEqualTo(1);
        }
    }

    @Test
    void failsWithAConfigExceptionWhateverAGeneratorThrows() {
        List<Throwable> thrown = List.of(
                new PlatformException(ErrorCategory.NOT_FOUND, "x", "x"),
                new ValidationException(List.of(FieldError.of("name", "x"))),
                new PlatformFailure(new IllegalStateException("x")),
                new ServiceConfigurationError("x"));
        for (Throwable e : thrown) {
            String id = e.getClass().getSimpleName();
            add(id, source -> {
                if (e instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) e;
            });
            assertThatThrownBy(() -> generators.compile(id, "")).isInstanceOf(ConfigException.class);
        }
    }

    @Test
    void doesNotBlameAGeneratorForWhatItRefuses() {
        add("strict", source -> {
            throw new ConfigException("no such word", 3);
        });
        assertThatThrownBy(() -> generators.compile("strict", "")).hasMessage("no such word");
        assertThat(find("strict").counts().faults()).isZero();
    }

    @Test
    void givesUpWhatDoesNotEnd() throws Exception {
        add("loops", source -> variables -> loop());
        CompiledConfig compiled = generators.compile("loops", "");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> compiled.render(Map.of())).isInstanceOf(ConfigException.class);
        }
        assertThat(released).isFalse();
        assertThat(find("loops").state()).isEqualTo(PlugIn.State.FAULTY);
        assertThatThrownBy(() -> generators.compile("loops", "")).hasMessageContaining("is faulty until");
        assertThat(generators.restart("generator:loops")).isTrue();
        generators.compile("loops", "");
    }

    @Test
    void givesUpWhatAllocatesWithoutEnd() {
        add("greedy", source -> {
            long sum = 0;
            while (!Thread.currentThread().isInterrupted()) {
                sum += new byte[1 << 16].length;
            }
            throw new IllegalStateException("allocated " + sum);
        });
        assertThatThrownBy(() -> generators.compile("greedy", "")).isInstanceOf(ConfigException.class);
        assertThat(find("greedy").lastFault().orElseThrow().reason()).isNotBlank();
        assertThat(find("greedy").counts().stuck()).isEqualTo(1);
    }

    private String loop() {
        while (!released.get()) {
            // deaf to interrupts, and still no burden for the machine
            Thread.interrupted();
            LockSupport.parkNanos(1_000_000);
        }
        return "too late";
    }

    private PlugIn find(String id) {
        return generators.plugIns().stream()
                .filter(plugIn -> plugIn.id().equals("generator:" + id))
                .findFirst()
                .orElseThrow();
    }

    @FunctionalInterface
    private interface Compiling {
        CompiledConfig compile(String source) throws ConfigException;
    }

    private void add(String id, Compiling compiling) {
        generators.addGenerator(new ConfigGenerator() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String label() {
                return id;
            }

            @Override
            public CompiledConfig compile(String source) throws ConfigException {
                return compiling.compile(source);
            }
        });
    }
}
