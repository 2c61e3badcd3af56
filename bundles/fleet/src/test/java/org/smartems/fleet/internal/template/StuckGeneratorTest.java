// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.internal.Fleet;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.internal.config.ConfigRendering;
import org.smartems.fleet.internal.config.Generators;
import org.smartems.platform.plugin.Limits;
import org.smartems.spi.config.CompiledConfig;
import org.smartems.spi.config.ConfigException;
import org.smartems.spi.config.ConfigGenerator;

/** What becomes of templates whose generator cannot be asked for a while. */
@Timeout(60)
class StuckGeneratorTest extends FleetFixture {

    private static final Duration LONG = Duration.ofHours(1);

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch lock = new CountDownLatch(1);
    private final AtomicLong clock = new AtomicLong();
    private Generators generators;
    private DeviceTypeView type;
    private long version;

    @BeforeEach
    void makeVersion() {
        type = fleet.router("tk800");
        long template = fleet.templates.create(AUTHOR, type.id(), "T").id();
        version = fleet.templates
                .createStaging(AUTHOR, template, Fleet.version("v", fleet.config(type, "a", "text")))
                .id();
    }

    @AfterEach
    void end() {
        lock.countDown();
        generators.close();
    }

    @Test
    void looksAgainAfterASecondWhetherTheTextCanBeCompiledNow() throws Exception {
        TemplateSnapshots snapshots = snapshots(new Limits(1, Duration.ofMillis(200), LONG, LONG, 9, LONG, 1L << 40));
        TemplateSnapshot failed = get(snapshots);
        assertThatThrownBy(() -> render(failed))
                .isInstanceOf(ConfigException.class)
                .hasMessage("The generator is not available: generator:twig has taken too long");
        lock.countDown();
        clock.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(get(snapshots)).isSameAs(failed);
        clock.addAndGet(Duration.ofMillis(1).toNanos());
        TemplateSnapshot compiled = get(snapshots);
        assertThat(render(compiled)).isEqualTo("text");
        clock.addAndGet(LONG.toNanos());
        assertThat(get(snapshots)).isSameAs(compiled);
    }

    @Test
    void servesAtOnceWhenTheGeneratorIsRestarted() throws Exception {
        TemplateSnapshots snapshots = snapshots(new Limits(1, Duration.ofMillis(200), LONG, LONG, 1, LONG, 1L << 40));
        assertThatThrownBy(() -> render(get(snapshots))).isInstanceOf(ConfigException.class);
        lock.countDown();
        clock.addAndGet(LONG.toNanos());
        assertThatThrownBy(() -> render(get(snapshots))).hasMessageContaining("is faulty until it is restarted");
        assertThat(generators.restart("generator:twig")).isTrue();
        assertThat(render(get(snapshots))).isEqualTo("text");
    }

    @Test
    void nobodyWaitsLongForAnotherThread() throws Exception {
        TemplateSnapshots snapshots = snapshots(new Limits(1, LONG, LONG, LONG, 1, LONG, 1L << 40));
        FutureTask<TemplateSnapshot> first = new FutureTask<>(() -> get(snapshots));
        new Thread(first).start();
        entered.await();
        clock.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThatThrownBy(() -> get(snapshots))
                .isInstanceOfSatisfying(
                        PlatformException.class, e -> assertThat(e.category()).isEqualTo(ErrorCategory.UNAVAILABLE));
        assertThat(snapshots.get(0, 1).configs()).as("another version").isEmpty();
        lock.countDown();
        TemplateSnapshot read = first.get();
        assertThat(get(snapshots)).isSameAs(read);
    }

    private TemplateSnapshots snapshots(Limits limits) {
        generators = new Generators(limits);
        generators.addGenerator(new Waiting());
        return new TemplateSnapshots(transactions, generators, Duration.ofSeconds(5), clock::get);
    }

    private TemplateSnapshot get(TemplateSnapshots snapshots) {
        return snapshots.get(version, fleet.catalogue.snapshot().revision());
    }

    private String render(TemplateSnapshot snapshot) throws ConfigException {
        DeviceType known = fleet.catalogue.snapshot().deviceType(type.id()).orElseThrow();
        return ConfigRendering.render(known, 1, snapshot.config(1).orElseThrow(), Map.of());
    }

    private final class Waiting implements ConfigGenerator {

        @Override
        public String id() {
            return "twig";
        }

        @Override
        public String label() {
            return "Twig";
        }

        @Override
        public CompiledConfig compile(String source) throws ConfigException {
            entered.countDown();
            try {
                lock.await();
            } catch (InterruptedException e) {
                throw new ConfigException("interrupted", 0, e);
            }
            return variables -> source;
        }
    }
}
