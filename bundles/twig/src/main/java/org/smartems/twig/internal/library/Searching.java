// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.library;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.smartems.twig.internal.run.Run;
import org.smartems.twig.internal.text.Pcre;
import org.smartems.twig.internal.value.Convert;

/** The operator {@code matches}. */
public final class Searching {

    private static final long COMPILE_COST = 16;
    private static final int KEPT = 256;
    private static final int KEPT_LENGTH = 1000;

    private static final Map<String, Pcre> COMPILED = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pcre> eldest) {
            return size() > KEPT;
        }
    });

    private Searching() {}

    /**
     * The operator {@code matches}.
     *
     * @param text what is looked at
     * @param regexp a regular expression of PHP
     * @param run limits
     * @return 1 or 0, as PHP does
     */
    public static Object matches(Object text, Object regexp, Run run) {
        String expression = Convert.argument(regexp, "matches(): Argument #1 ($regexp)");
        String subject = Convert.argument(text, "matches(): Argument #2 ($str)");
        return compiled(expression, run).find(subject, run) ? 1L : 0L;
    }

    private static Pcre compiled(String expression, Run run) {
        Pcre known = COMPILED.get(expression);
        if (known != null) {
            return known;
        }
        run.charge(COMPILE_COST * expression.length());
        Pcre pcre = Pcre.of(expression);
        if (expression.length() <= KEPT_LENGTH) {
            COMPILED.put(expression, pcre);
        }
        return pcre;
    }
}
