// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.run.Stmt;
import org.smartems.twig.internal.value.Fault;

/** Text outside of tags. */
public final class Text extends Stmt {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String text;

    /**
     * Text outside of tags.
     *
     * @param text as it is
     * @param line where it begins
     */
    public Text(String text, int line) {
        super(line);
        this.text = text;
    }

    /**
     * The text.
     *
     * @return as it is
     */
    public String text() {
        return text;
    }

    @Override
    public void render(Frame frame) {
        frame.run().write(text);
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public int depth() {
        return 1;
    }

    @Override
    public boolean isInert() {
        return true;
    }

    @Override
    public Stmt silent(boolean nested) {
        if (isBlank()) {
            return null;
        }
        throw output(line());
    }

    /**
     * Whether it is white space only.
     *
     * @return true also for a byte order mark
     */
    public boolean isBlank() {
        String rest = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return rest.isBlank();
    }

    static Fault output(int line) {
        return Fault.syntax(
                "A template that extends another one cannot include content outside Twig blocks. Did you forget to put"
                        + " the content inside a {% block %} tag?",
                line);
    }
}
