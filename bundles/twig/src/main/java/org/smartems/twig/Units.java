// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.smartems.twig.internal.run.Loader;
import org.smartems.twig.internal.run.Unit;
import org.smartems.twig.internal.value.Meter;

/** Compiled templates by name and text; those used last are remembered. */
final class Units implements Loader {

    private static final int KEPT_CHARACTERS = 1 << 20;
    private static final int OVERHEAD = 1000;

    private record Key(String name, String source) {}

    private final TwigLoader loader;
    private final BiFunction<String, String, Unit> parser;
    private final Map<Key, Unit> known = new LinkedHashMap<>(16, 0.75f, true);
    private long characters;

    Units(TwigLoader loader, BiFunction<String, String, Unit> parser) {
        this.loader = loader;
        this.parser = parser;
    }

    Unit compiled(String name, String source) {
        Key key = new Key(name, source);
        synchronized (known) {
            Unit unit = known.get(key);
            if (unit != null) {
                return unit;
            }
        }
        Unit unit = parser.apply(name, source);
        synchronized (known) {
            if (known.put(key, unit) == null) {
                characters += source.length() + OVERHEAD;
            }
            var eldest = known.keySet().iterator();
            while (characters > KEPT_CHARACTERS && eldest.hasNext()) {
                characters -= eldest.next().source.length() + OVERHEAD;
                eldest.remove();
            }
        }
        return unit;
    }

    @Override
    public Unit unit(String name, Meter meter) {
        String source = source(name);
        if (source == null) {
            return null;
        }
        meter.scan(source.length());
        return compiled(name, source);
    }

    @Override
    public String source(String name) {
        return loader.source(name).orElse(null);
    }
}
