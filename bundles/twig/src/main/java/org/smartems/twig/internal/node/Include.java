// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.node;

import java.util.Map;
import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.run.Stmt;
import org.smartems.twig.internal.run.Unit;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.PhpArray;
import org.smartems.twig.internal.value.Types;

/** The tags {@code include} and {@code embed}. */
public final class Include extends Stmt {

    /**
     * How it includes.
     *
     * @param variables to be added; may be null
     * @param only whether the other variables are hidden
     * @param ignoreMissing whether nothing happens when the template does not exist
     */
    public record Options(Expr variables, boolean only, boolean ignoreMissing) {}

    private final Expr template;
    private final Unit embedded;
    private final Options options;

    private Include(Expr template, Unit embedded, Options options, int line) {
        super(line);
        this.template = template;
        this.embedded = embedded;
        this.options = options;
    }

    /**
     * The tag {@code include}.
     *
     * @param template its name
     * @param options how it includes
     * @param line where it stands
     * @return the node
     */
    public static Stmt include(Expr template, Options options, int line) {
        return new Include(template, null, options, line);
    }

    /**
     * The tag {@code embed}.
     *
     * @param embedded the template that it is
     * @param options how it includes
     * @param line where it stands
     * @return the node
     */
    public static Stmt embed(Unit embedded, Options options, int line) {
        return new Include(null, embedded, options, line);
    }

    @Override
    public void render(Frame frame) {
        try {
            Unit unit = embedded == null ? frame.run().resolve(template.eval(frame), frame.unit()) : embedded;
            unit.display(frame.run(), variables(frame), Map.of());
        } catch (Fault fault) {
            if (!options.ignoreMissing || !fault.isMissingTemplate() || fault.template() != null) {
                throw fault;
            }
        }
    }

    private PhpArray variables(Frame frame) {
        if (options.variables == null) {
            return options.only ? PhpArray.EMPTY : frame.snapshot();
        }
        Object added = options.variables.eval(frame);
        if (!(added instanceof PhpArray array)) {
            throw Fault.of("Variables passed to the \"include\" function or tag must be iterable, got \""
                    + Types.name(added) + "\".");
        }
        return options.only ? array : With.merge(frame.snapshot(), array, frame.run());
    }

    @Override
    public int size() {
        int variables = options.variables == null ? 1 : options.variables.size();
        return Expr.sum(variables, template == null ? 0 : template.size());
    }

    @Override
    public int depth() {
        int variables = options.variables == null ? 0 : options.variables.depth();
        return Math.max(variables, template == null ? 0 : template.depth()) + 1;
    }

    @Override
    public Stmt silent(boolean nested) {
        throw Text.output(line());
    }
}
