// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.text;

import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.Meter;
import org.smartems.twig.internal.value.PhpArray;
import org.smartems.twig.internal.value.Types;

/** PHP's {@code http_build_query}: the query of a URL out of an array. */
public final class UrlQuery {

    private static final int DEEPEST = 200;

    private final StringBuilder query = new StringBuilder();
    private final Meter meter;

    private UrlQuery(Meter meter) {
        this.meter = meter;
    }

    /**
     * Makes a query.
     *
     * @param array names with values, which may be arrays
     * @param meter is told of the length
     * @return pairs with ampersands between
     */
    public static String of(PhpArray array, Meter meter) {
        UrlQuery query = new UrlQuery(meter);
        query.add(array, null, 0);
        return query.query.toString();
    }

    private void add(PhpArray array, String prefix, int depth) {
        if (depth > DEEPEST) {
            throw Fault.of("The value is nested too deeply for a URL.");
        }
        for (int i = 0; i < array.size(); i++) {
            meter.charge(3);
            String key = Escaper.url(array.keyAt(i).toString());
            String name = prefix == null ? key : prefix + "%5B" + key + "%5D";
            Object value = array.valueAt(i);
            meter.charge(1L + name.length());
            if (value instanceof PhpArray inner) {
                add(inner, name, depth + 1);
            } else if (value != null && !Types.isObject(value)) {
                String text = value instanceof Boolean bool ? bool ? "1" : "0" : Convert.text(value, meter);
                query.append(query.isEmpty() ? "" : "&")
                        .append(name)
                        .append('=')
                        .append(Escaper.url(text));
                meter.charge(3L * text.length());
                meter.checkText(query.length());
            }
        }
    }
}
