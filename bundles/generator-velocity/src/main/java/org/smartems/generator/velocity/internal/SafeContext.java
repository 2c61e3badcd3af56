// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import java.util.Map;
import org.apache.velocity.context.Context;

/** The variables of one rendering. Loops, macros and blocks cannot repeat themselves without coming by here. */
final class SafeContext implements Context {

    private final Map<String, Object> values;
    private final Meter meter;

    SafeContext(Map<String, Object> values, Meter meter) {
        this.values = values;
        this.meter = meter;
    }

    @Override
    public Object put(String key, Object value) {
        meter.tick();
        return values.put(key, value);
    }

    @Override
    public Object get(String key) {
        meter.tick();
        return values.get(key);
    }

    @Override
    public boolean containsKey(String key) {
        meter.tick();
        return values.containsKey(key);
    }

    @Override
    public String[] getKeys() {
        return values.keySet().toArray(String[]::new);
    }

    @Override
    public Object remove(String key) {
        meter.tick();
        return values.remove(key);
    }
}
