// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.cases;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Writes templates out of what both PHP's Twig 3.5 and this engine know; the same seed gives the same templates. */
public final class RandomTemplates {

    /** The variables that the templates use, as JSON. */
    public static final String VARIABLES =
            "{'a':5,'b':-3,'f':2.5,'s':'abc','t':'Hello, W\u00f6rld','d':'12','e':'','n':null,"
                    .concat("'yes':true,'no':false,'l':[3,1,2],'w':['x','yy','z'],'m':{'k':1,'j':'two'},")
                    .concat("'r':[{'id':1,'n':'one'},{'id':2,'n':'two'}],'z':[]}")
                    .replace('\'', '"');

    /** Templates that the others reach, by name. */
    public static final Map<String, String> OTHERS = Map.of(
            "row", "[{{ x|default('-') }}{% if loop is defined %}:{{ loop.index }}{% endif %}{{ e }}]",
            "layout",
                    "A{% block head %}h{{ a }}{% endblock %}-{% block body %}{{ s }}{% endblock %}Z"
                            + "{{ block('head') }}\n",
            "macros",
                    "{% macro m(p, q = 'Q', r) %}<{{ p }}|{{ q }}|{{ varargs|join(',') }}>{% endmacro %}"
                            + "{% macro n(p) %}{{ p|default('none')|upper }}{{ a is defined ? 'seen' }}{% endmacro %}",
            "traits", "{% block foot %}f{{ s }}{% endblock %}{% block head %}T{{ b }}{% endblock %}",
            "boxed", "{% extends 'layout' %}{% block body %}({% block inner %}i{% endblock %}){% endblock %}");

    private final Random random;
    private int block;
    private boolean mayRecur;

    /**
     * Begins.
     *
     * @param seed what the templates depend on
     */
    public RandomTemplates(long seed) {
        random = new Random(seed);
    }

    /**
     * A template.
     *
     * @return another each time
     */
    public String next() {
        block = 0;
        mayRecur = false;
        StringBuilder template = new StringBuilder();
        int kind = random.nextInt(8);
        if (kind == 0) {
            child(template);
        } else {
            if (kind < 4) {
                head(template);
            }
            body(template, 2);
        }
        return template.toString();
    }

    /**
     * The other templates as lines of a case.
     *
     * @return what stands before the template itself
     */
    public static String others() {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(OTHERS).forEach((name, text) -> lines.append("@ ")
                .append(name)
                .append("\n> ")
                .append(text.replace("\n", "\n> "))
                .append('\n'));
        return lines.append("@ main\n").toString();
    }

    /** A template that extends another. */
    private void child(StringBuilder out) {
        out.append("{% extends ")
                .append(any(List.of("'layout'", "'boxed'", "no ? 'none' : 'layout'")))
                .append(" %}\n");
        if (random.nextBoolean()) {
            out.append(any(List.of("{% use 'traits' %}", "{% use 'traits' with head as top, foot %}")));
        }
        head(out);
        if (random.nextBoolean()) {
            set(out);
        }
        for (String name : List.of("head", "body", "inner")) {
            if (random.nextBoolean()) {
                out.append("{% block ")
                        .append(name)
                        .append(" %}")
                        .append(any(List.of("", "{{ parent() }}", "{{ block('foot') }}")));
                recurring(() -> body(out, 1));
                out.append("{% endblock ").append(any(List.of("", name + " "))).append("%}\n");
            }
        }
    }

    /** Inside of blocks and macros, which must not call themselves. */
    private void recurring(Runnable body) {
        boolean outer = mayRecur;
        mayRecur = true;
        body.run();
        mayRecur = outer;
    }

    /** Imports and macros. */
    private void head(StringBuilder out) {
        out.append("{% import 'macros' as mac %}{% from 'macros' import n as far %}");
        out.append("{% macro own(p, q = 2) %}");
        recurring(() -> body(out, 1));
        out.append("{{ p }}{{ q }}{% endmacro %}").append(any(List.of("", "\n", "{# c #}\n")));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private void body(StringBuilder out, int depth) {
        int parts = 1 + random.nextInt(3);
        for (int i = 0; i < parts; i++) {
            part(out, depth);
        }
    }

    private void part(StringBuilder out, int depth) {
        switch (random.nextInt(depth > 0 ? 24 : 11)) {
            case 0, 1 -> out.append(any(RandomWords.TEXTS));
            case 2, 3, 4, 5 -> print(out);
            case 6 -> set(out);
            case 7 -> out.append(any(mayRecur ? RandomWords.TEXTS : RandomWords.OTHER_TAGS));
            case 8 -> include(out);
            case 9 ->
                out.append("{{ ")
                        .append(any(mayRecur ? RandomWords.CALLS.subList(0, 5) : RandomWords.CALLS)
                                .replace("?", expression(1)))
                        .append(" }}");
            case 10 -> tag(out, "do " + expression(2));
            case 11, 12, 13 -> ifTag(out, depth);
            case 14, 15, 16 -> forTag(out, depth);
            case 17 -> wrapped(out, "set x", "endset", depth);
            case 18, 19 -> wrapped(out, "apply " + any(RandomWords.APPLIED), "endapply", depth);
            case 20 ->
                wrapped(out, "autoescape " + any(List.of("'html'", "'js'", "false", "'css'")), "endautoescape", depth);
            case 21 -> embed(out, depth);
            default -> blockOrWith(out, depth);
        }
    }

    private void tag(StringBuilder out, String text) {
        out.append("{%")
                .append(trim())
                .append(' ')
                .append(text)
                .append(' ')
                .append(trim())
                .append("%}");
    }

    private void print(StringBuilder out) {
        out.append("{{")
                .append(trim())
                .append(' ')
                .append(expression(2))
                .append(' ')
                .append(trim())
                .append("}}");
    }

    private void set(StringBuilder out) {
        if (random.nextInt(5) == 0) {
            tag(out, "set x, i = " + expression(1) + ", " + expression(1));
        } else {
            tag(out, "set " + any(List.of("x", "i", "a")) + " = " + expression(2));
        }
    }

    private void include(StringBuilder out) {
        switch (random.nextInt(4)) {
            case 0 -> tag(out, "include 'row'" + any(List.of("", " only", " with {x: 1}", " with m only")));
            case 1 ->
                tag(out, "include " + any(List.of("['none', 'row']", "'none' ignore missing", "no ? 'a' : 'row'")));
            case 2 -> out.append("{{ include('row', {x: ").append(expression(1)).append("}) }}");
            default ->
                out.append("{{ include(")
                        .append(any(List.of("'row', with_context = false", "'none', [], true, true", "'layout'")))
                        .append(") }}");
        }
    }

    private void embed(StringBuilder out, int depth) {
        tag(out, "embed " + any(List.of("'layout'", "'boxed'", "'layout' with {a: 9}", "'layout' only")));
        recurring(() -> wrapped(out, "block " + any(List.of("head", "body", "inner")), "endblock", depth));
        out.append("{% endembed %}");
    }

    private void wrapped(StringBuilder out, String start, String end, int depth) {
        tag(out, start);
        body(out, depth - 1);
        tag(out, end);
    }

    private void blockOrWith(StringBuilder out, int depth) {
        switch (random.nextInt(3)) {
            case 0 -> recurring(() -> wrapped(out, "block b" + block++, "endblock", depth));
            case 1 -> tag(out, "block b" + block++ + " " + expression(2));
            default ->
                wrapped(out, "with {x: " + expression(1) + "}" + any(List.of("", "", " only")), "endwith", depth);
        }
    }

    private String trim() {
        int kind = random.nextInt(12);
        return kind == 0 ? "-" : kind == 1 ? "~" : "";
    }

    private void ifTag(StringBuilder out, int depth) {
        tag(out, "if " + expression(2));
        body(out, depth - 1);
        if (random.nextInt(3) == 0) {
            tag(out, "elseif " + expression(2));
            body(out, depth - 1);
        }
        if (random.nextBoolean()) {
            tag(out, "else");
            body(out, depth - 1);
        }
        tag(out, "endif");
    }

    private void forTag(StringBuilder out, int depth) {
        String sequence = any(List.of("l", "w", "m", "z", "r", "1..3", "'a'..'c'", "m|keys", expression(1)));
        tag(out, "for " + any(List.of("x", "i", "k, x")) + " in " + sequence);
        body(out, depth - 1);
        out.append(any(RandomWords.LOOP));
        if (random.nextInt(4) == 0) {
            tag(out, "else");
            body(out, depth - 1);
        }
        tag(out, "endfor");
    }

    private String expression(int depth) {
        int kind = random.nextInt(depth > 0 ? 17 : 4);
        return switch (kind) {
            case 0, 1 -> any(RandomWords.NAMES);
            case 2, 3 -> any(RandomWords.LITERALS);
            case 4, 5, 6 ->
                random.nextInt(20) == 0
                        ? any(RandomWords.NAMES) + " ** " + any(RandomWords.NAMES)
                        : operand(depth) + " " + any(RandomWords.OPERATORS) + " " + operand(depth);
            case 7, 8, 9, 10 -> operand(depth) + "|" + any(RandomWords.FILTERS);
            case 11 -> any(List.of("[3, 1]", "{k: 1, j: 2}", "[{id: 1}]", "(1..4)")) + any(RandomWords.ARROWS);
            case 12 -> operand(depth) + " ? " + expression(depth - 1) + " : " + expression(depth - 1);
            case 13 -> any(RandomWords.NAMES) + " is " + any(RandomWords.TESTS);
            case 14 ->
                random.nextBoolean()
                        ? any(List.of("not ", "-", "not ")) + operand(depth)
                        : any(RandomWords.NAMES) + " ?? " + operand(depth);
            case 15 ->
                any(List.of("m", "r", "l", "s", "n", "missing"))
                        + any(List.of(".k", "['k']", "[0]", "[1:]", "[:1]", ".k.j", ".0", "[9]", "[0].n"));
            default -> any(List.of("max(", "min(")) + expression(depth - 1) + ", " + expression(depth - 1) + ")";
        };
    }

    private String operand(int depth) {
        String inner = expression(depth - 1);
        return inner.indexOf(' ') >= 0 || inner.indexOf('|') >= 0 || inner.startsWith("-") ? "(" + inner + ")" : inner;
    }
}
