// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.smartems.twig.internal.run.Unit;

/** What the parser knows of the template it is in; an embedded template has one of its own. */
final class Scope {

    /**
     * A macro that has a name of its own here.
     *
     * @param from name of the import
     * @param macro its name there
     */
    record ImportedMacro(String from, String macro) {}

    /** What a loop's body may do. */
    private static final class Loop {
        private boolean readsLoop;
        private boolean assigns;
    }

    private static final class Symbols {
        private final Map<String, ImportedMacro> macros = new HashMap<>();
        private final Set<String> templates = new HashSet<>();
    }

    private final Unit.Parts parts = new Unit.Parts();
    private final Deque<String> blocks = new ArrayDeque<>();
    private final Deque<Symbols> symbols = new ArrayDeque<>();
    private final Deque<String> escaping = new ArrayDeque<>();
    private final Deque<Loop> loops = new ArrayDeque<>();
    private int imports;

    /** A template whose text is escaped by a strategy; "" for none. */
    Scope(String strategy) {
        symbols.push(new Symbols());
        escaping.push(strategy);
    }

    Unit.Parts parts() {
        return parts;
    }

    // ---- blocks ----------------------------------------------------------------------------------------------------

    void enterBlock(String name) {
        blocks.push(name);
        symbols.push(new Symbols());
    }

    void leaveBlock() {
        blocks.pop();
        symbols.pop();
    }

    /** The block it is in; null outside. */
    String block() {
        return blocks.peek();
    }

    void enterMacro(String strategy) {
        symbols.push(new Symbols());
        escaping.push(strategy);
    }

    void leaveMacro() {
        symbols.pop();
        escaping.pop();
    }

    boolean isMain() {
        return symbols.size() == 1;
    }

    // ---- imports ---------------------------------------------------------------------------------------------------

    String newImport() {
        return "\0" + imports++;
    }

    void importTemplate(String name) {
        symbols.element().templates.add(name);
    }

    void importMacro(String alias, ImportedMacro macro) {
        symbols.element().macros.put(alias, macro);
    }

    boolean isTemplate(String name) {
        return symbols.element().templates.contains(name)
                || symbols.getLast().templates.contains(name);
    }

    /** The macro that a function's name stands for; null for none. */
    ImportedMacro macro(String alias) {
        ImportedMacro own = symbols.element().macros.get(alias);
        return own == null ? symbols.getLast().macros.get(alias) : own;
    }

    // ---- escaping --------------------------------------------------------------------------------------------------

    String strategy() {
        return escaping.element();
    }

    void pushStrategy(String strategy) {
        escaping.push(strategy);
    }

    void popStrategy() {
        escaping.pop();
    }

    // ---- loops -----------------------------------------------------------------------------------------------------

    void enterLoop() {
        loops.push(new Loop());
    }

    void leaveLoop() {
        loops.pop();
    }

    void readsLoop() {
        loops.forEach(loop -> loop.readsLoop = true);
    }

    void assigns() {
        loops.forEach(loop -> loop.assigns = true);
    }

    boolean loopIsRead() {
        return loops.element().readsLoop;
    }

    boolean loopAssigns() {
        return loops.element().assigns;
    }
}
