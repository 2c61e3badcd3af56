// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.PhpArray;

/** A compiled template. Immutable after it was parsed, for many threads. */
public final class Unit {

    private final String name;
    private final Stmt body;
    private final Expr parent;
    private final Map<String, BlockRef> blocks = new HashMap<>();
    private final Map<String, Macro> macros;
    private final List<Trait> traits;

    /**
     * What the parser found.
     *
     * @param name for messages and the loader
     * @param parts its contents
     */
    public Unit(String name, Parts parts) {
        this.name = name;
        this.body = parts.body;
        this.parent = parts.parent;
        this.macros = Map.copyOf(parts.macros);
        this.traits = List.copyOf(parts.traits);
        parts.blocks.forEach((key, block) -> blocks.put(key, new BlockRef(this, block.body(), block.line())));
    }

    /**
     * Its name.
     *
     * @return for messages and the loader
     */
    public String name() {
        return name;
    }

    /**
     * Writes it.
     *
     * @param run to write to
     * @param variables it sees
     * @param overriding blocks that stand for its own
     */
    public void display(Run run, PhpArray variables, Map<String, BlockRef> overriding) {
        Map<String, BlockRef> all = overridden(run, overriding);
        Frame frame = new Frame(run, this, all, variables);
        run.enter(body.depth());
        run.step(body.size());
        try {
            body.render(frame);
            Unit above = parent(frame);
            if (above != null) {
                above.display(run, frame.snapshot(), all);
            }
        } catch (Fault fault) {
            throw fault.at(name, parent == null ? 0 : parent.line());
        } finally {
            run.leave(body.depth());
        }
    }

    /**
     * Writes a block.
     *
     * @param frame of the caller, whose variables it sees
     * @param block its name
     * @param overriding blocks in force
     * @param useOverriding whether they stand for its own
     */
    public void displayBlock(Frame frame, String block, Map<String, BlockRef> overriding, boolean useOverriding) {
        BlockRef found = useOverriding ? overriding.get(block) : null;
        if (found == null) {
            found = frame.run().state(this).blocks().get(block);
        }
        if (found != null) {
            show(frame, found, overriding);
            return;
        }
        Unit above = parent(frame);
        if (above == null) {
            throw missing(block, overriding);
        }
        frame.run().enter(0);
        above.displayBlock(frame, block, overridden(frame.run(), overriding), false);
        frame.run().leave(0);
    }

    /** The blocks of the template, but for those that others stand for. */
    private Map<String, BlockRef> overridden(Run run, Map<String, BlockRef> overriding) {
        Map<String, BlockRef> own = run.state(this).blocks();
        run.step((long) own.size() + overriding.size());
        Map<String, BlockRef> all = new HashMap<>(own);
        all.putAll(overriding);
        return all;
    }

    /**
     * Writes the block that one of this template overrides.
     *
     * @param frame of the caller, whose variables it sees
     * @param block its name
     */
    public void displayParentBlock(Frame frame, String block) {
        BlockRef trait = frame.run().state(this).traits().get(block);
        if (trait != null) {
            show(frame, trait, frame.blocks());
            return;
        }
        Unit above = parent(frame);
        if (above == null) {
            throw Fault.of("The template has no parent and no traits defining the \"" + block + "\" block.");
        }
        above.displayBlock(frame, block, frame.blocks(), false);
    }

    /**
     * Whether there is a block.
     *
     * @param frame of the caller
     * @param block its name
     * @param overriding blocks in force
     * @return true when it or a template above has it
     */
    public boolean hasBlock(Frame frame, String block, Map<String, BlockRef> overriding) {
        if (overriding.containsKey(block) || frame.run().state(this).blocks().containsKey(block)) {
            return true;
        }
        Unit above = parent(frame);
        if (above == null) {
            return false;
        }
        frame.run().enter(0);
        boolean has = above.hasBlock(frame, block, Map.of());
        frame.run().leave(0);
        return has;
    }

    /**
     * Whether there is a macro.
     *
     * @param macro its name
     * @return false also when only a template above has it
     */
    public boolean hasMacro(String macro) {
        return macros.containsKey(macro);
    }

    /**
     * Calls a macro of it or of a template above.
     *
     * @param frame of the caller
     * @param macro its name
     * @param positional arguments without a name
     * @param named arguments with a name; may be null
     * @return markup
     */
    public Object callMacro(Frame frame, String macro, Object[] positional, PhpArray named) {
        Macro found = macros.get(macro);
        if (found != null) {
            return found.call(frame.run(), this, positional, named);
        }
        Unit above = parent(frame);
        if (above == null) {
            throw Fault.of("Macro \"" + macro + "\" is not defined in template \"" + name + "\".");
        }
        frame.run().enter(0);
        Object value = above.callMacro(frame, macro, positional, named);
        frame.run().leave(0);
        return value;
    }

    /** The blocks that a template of {@code use} brings. */
    Map<String, BlockRef> traits(Run run) {
        Map<String, BlockRef> all = new HashMap<>();
        for (Trait trait : traits) {
            all.putAll(trait.blocks(run, name));
        }
        return all;
    }

    Map<String, BlockRef> ownBlocks() {
        return blocks;
    }

    boolean isTraitable(Run run) {
        run.step(body.size());
        return parent == null && macros.isEmpty() && body.isInert();
    }

    private Unit parent(Frame frame) {
        return parent == null ? null : frame.run().resolve(parent.eval(frame), frame.unit());
    }

    private static void show(Frame frame, BlockRef block, Map<String, BlockRef> overriding) {
        Run run = frame.run();
        run.enter(block.body().depth());
        run.step(block.body().size());
        try {
            block.body().render(new Frame(run, block.owner(), overriding, frame.snapshot()));
        } catch (Fault fault) {
            throw fault.at(block.owner().name(), block.line());
        } finally {
            run.leave(block.body().depth());
        }
    }

    private Fault missing(String block, Map<String, BlockRef> overriding) {
        BlockRef caller = overriding.get(block);
        if (caller != null) {
            return Fault.of("Block \"" + block + "\" should not call parent() in \""
                    + caller.owner().name() + "\" as the block does not exist in the parent template \"" + name
                    + "\".");
        }
        return Fault.of("Block \"" + block + "\" on template \"" + name + "\" does not exist.");
    }

    /** What a template is made of, while it is parsed. */
    public static final class Parts {

        /** Everything outside of blocks and macros. */
        public Stmt body;

        /** The template to extend; null for none. */
        public Expr parent;

        /** Blocks by name. */
        public final Map<String, BlockRef> blocks = new HashMap<>();

        /** Macros by name. */
        public final Map<String, Macro> macros = new HashMap<>();

        /** Templates whose blocks are used. */
        public final java.util.ArrayList<Trait> traits = new java.util.ArrayList<>();
    }
}
