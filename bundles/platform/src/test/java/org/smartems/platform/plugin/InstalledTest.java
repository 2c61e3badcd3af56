// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.smartems.platform.internal.plugin.PlugInDirectory;

@Timeout(60)
class InstalledTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final Containment containment =
            new Containment(new Limits(2, Duration.ofMillis(300), LONG, LONG, 1, LONG, Long.MAX_VALUE));
    private final Installed<Supplier<String>, String> installed =
            new Installed<>("test", containment, it -> new Installed.About<>(it.get(), "The " + it.get(), it.get()));
    private final CountDownLatch lock = new CountDownLatch(1);

    @AfterEach
    void end() {
        lock.countDown();
        containment.close();
    }

    @Test
    void usesTheFirstOfTwoWithOneId() {
        Supplier<String> first = () -> "same";
        Supplier<String> second = () -> "same";
        installed.add(first);
        installed.add(second);
        assertThat(installed.find("same").orElseThrow().service()).isSameAs(first);
        assertThat(states()).containsExactly(PlugIn.State.SERVING, PlugIn.State.DUPLICATE);
        PlugIn unused = installed.plugIns().get(1);
        assertThat(unused.id()).startsWith("test:same@").isNotEqualTo("test:same");
        assertThat(unused.lastFault().orElseThrow().reason()).startsWith("The same id as one of");
        assertThat(installed.restart(unused.id())).isFalse();

        installed.remove(first);
        assertThat(installed.find("same").orElseThrow().service()).isSameAs(second);
        assertThat(states()).containsExactly(PlugIn.State.SERVING);
    }

    @Test
    void goesOnWithoutThoseThatCannotSayWhatTheyAre() {
        Supplier<String> failing = () -> {
            throw new IllegalStateException("not today");
        };
        Supplier<String> looping = this::await;
        for (Supplier<String> bad :
                List.<Supplier<String>>of(failing, () -> null, () -> " ", () -> "a\u0000b", looping)) {
            installed.add(bad);
            PlugIn unused = installed.plugIns().get(0);
            assertThat(unused.state()).isEqualTo(PlugIn.State.UNUSABLE);
            assertThat(unused.kind()).isEqualTo("test");
            assertThat(unused.counts().faults() + unused.counts().stuck()).isEqualTo(1);
            assertThat(unused.lastFault()).isPresent();
            assertThat(installed.restart(unused.id())).isFalse();
            installed.remove(bad);
        }
        installed.add(() -> "good");
        assertThat(installed.ids()).containsExactly("good");
    }

    @Test
    void isAnotherOneAfterARestart() {
        installed.add(() -> "good");
        long before = installed.changes();
        assertThat(installed.restart("test:other")).isFalse();
        assertThat(installed.changes()).isEqualTo(before);
        assertThat(installed.restart("test:good")).isTrue();
        assertThat(installed.changes()).isNotEqualTo(before);
    }

    @Test
    void tellsWhatOnesProvide() {
        installed.add(() -> "good");
        PlugIn good = installed.plugIns().get(0);
        assertThat(good.named().provides()).isEqualTo("The good");
        assertThat(good.since()).isNotNull();
    }

    @Test
    void collectsThoseOfEverySourceOnce() {
        installed.add(() -> "b");
        Installed<Supplier<String>, String> others =
                new Installed<>("other", containment, it -> new Installed.About<>(it.get(), "", ""));
        others.add(() -> "a");
        PlugInDirectory directory = PlugInDirectory.of(others, installed, installed);
        assertThat(directory.all()).extracting(PlugIn::id).containsExactly("other:a", "test:b");
        assertThat(directory.restart("test:b")).isTrue();
        assertThat(directory.restart("test:a")).isFalse();
    }

    private List<PlugIn.State> states() {
        return installed.plugIns().stream().map(PlugIn::state).toList();
    }

    private String await() {
        while (lock.getCount() > 0) {
            // deaf to interrupts, and still no burden for the machine
            Thread.interrupted();
            LockSupport.parkNanos(1_000_000);
        }
        return "late";
    }
}
