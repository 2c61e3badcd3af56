// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.library;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.smartems.twig.internal.run.Run;
import org.smartems.twig.internal.text.Pcre;
import org.smartems.twig.internal.value.Convert;

/** The operators {@code starts with}, {@code ends with} and {@code matches}. */
public final class Searching {

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
     * The operator {@code starts with}.
     *
     * @param text what is looked at
     * @param start what is looked for
     * @return false also for what is no text
     */
    public static boolean startsWith(Object text, Object start) {
        return text instanceof String whole && start instanceof String part && whole.startsWith(part);
    }

    /**
     * The operator {@code ends with}.
     *
     * @param text what is looked at
     * @param end what is looked for
     * @return false also for what is no text
     */
    public static boolean endsWith(Object text, Object end) {
        return text instanceof String whole && end instanceof String part && whole.endsWith(part);
    }

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
        return compiled(expression).find(subject, run) ? 1L : 0L;
    }

    private static Pcre compiled(String expression) {
        Pcre known = COMPILED.get(expression);
        if (known != null) {
            return known;
        }
        Pcre pcre = Pcre.of(expression);
        if (expression.length() <= KEPT_LENGTH) {
            COMPILED.put(expression, pcre);
        }
        return pcre;
    }
}
