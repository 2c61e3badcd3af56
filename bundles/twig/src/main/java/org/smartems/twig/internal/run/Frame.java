// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.run;

import java.util.HashMap;
import java.util.Map;
import org.smartems.twig.internal.value.PhpArray;

/** The variables of a running template, block, macro or function. Used by one thread. */
public final class Frame {

    private final Run run;
    private final Unit unit;
    private final Map<String, BlockRef> blocks;
    private PhpArray variables;
    private boolean shared = true;
    private Map<String, Unit> imports;
    private boolean importsShared = true;
    private Object applied;

    /**
     * Begins.
     *
     * @param run what it belongs to
     * @param unit the template whose nodes run
     * @param blocks the blocks in force
     * @param variables never changed: the first assignment copies it
     */
    public Frame(Run run, Unit unit, Map<String, BlockRef> blocks, PhpArray variables) {
        this.run = run;
        this.unit = unit;
        this.blocks = blocks;
        this.variables = variables;
        this.imports = run.state(unit).imports();
    }

    private Frame(Frame parent) {
        this.run = parent.run;
        this.unit = parent.unit;
        this.blocks = parent.blocks;
        this.variables = parent.snapshot();
        this.imports = parent.imports;
        parent.importsShared = true;
    }

    /**
     * A frame that sees the same and changes only its own.
     *
     * @return for a function
     */
    public Frame child() {
        return new Frame(this);
    }

    /**
     * What it belongs to.
     *
     * @return limits and output
     */
    public Run run() {
        return run;
    }

    /**
     * The template whose nodes run.
     *
     * @return in Twig's terms {@code _self}
     */
    public Unit unit() {
        return unit;
    }

    /**
     * The blocks in force.
     *
     * @return never changed
     */
    public Map<String, BlockRef> blocks() {
        return blocks;
    }

    /**
     * The variables to be looked up.
     *
     * @return not to be kept, as assignments change it
     */
    public PhpArray variables() {
        return variables;
    }

    /**
     * The variables as they are now.
     *
     * @return never changed any more
     */
    public PhpArray snapshot() {
        shared = true;
        return variables;
    }

    /**
     * Takes other variables.
     *
     * @param snapshot never changed: the first assignment copies it
     */
    public void restore(PhpArray snapshot) {
        variables = snapshot;
        shared = true;
    }

    /**
     * Takes other variables that nobody else has.
     *
     * @param own may be changed
     */
    public void take(PhpArray own) {
        variables = own;
        shared = false;
    }

    /**
     * Assigns a variable.
     *
     * @param name of it
     * @param value may be null
     */
    public void set(String name, Object value) {
        if (shared) {
            run.charge(1L + variables.size());
            variables = variables.copy();
            shared = false;
        }
        variables.put(name, value);
    }

    /**
     * What the tag {@code apply} has captured last.
     *
     * @return markup
     */
    public Object applied() {
        return applied;
    }

    /**
     * Hands on what the tag {@code apply} has captured.
     *
     * @param captured markup
     */
    public void apply(Object captured) {
        applied = captured;
    }

    /**
     * A template that {@code import} or {@code from} gave a name.
     *
     * @param name of the import
     * @return null when it was not run
     */
    public Unit imported(String name) {
        return imports.get(name);
    }

    /**
     * Runs an import.
     *
     * @param name of the import
     * @param from where the macros are
     * @param global whether blocks and macros of the template see it
     */
    public void bring(String name, Unit from, boolean global) {
        if (global) {
            run.state(unit).imports().put(name, from);
        }
        if (importsShared) {
            run.step(imports.size());
            imports = new HashMap<>(imports);
            importsShared = false;
        }
        imports.put(name, from);
    }
}
