// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.cases;

import java.util.List;
import java.util.Random;

/** Writes templates out of what both PHP's Twig 3.5 and this engine know; the same seed gives the same templates. */
public final class RandomTemplates {

    /** The variables that the templates use, as JSON. */
    public static final String VARIABLES =
            "{'a':5,'b':-3,'f':2.5,'s':'abc','t':'Hello, W\u00f6rld','d':'12','e':'','n':null,"
                    .concat("'yes':true,'no':false,'l':[3,1,2],'w':['x','yy','z'],'m':{'k':1,'j':'two'},")
                    .concat("'r':[{'id':1,'n':'one'},{'id':2,'n':'two'}],'z':[]}")
                    .replace('\'', '"');

    private static final List<String> NAMES =
            List.of("a", "b", "f", "s", "t", "d", "e", "n", "yes", "no", "l", "w", "m", "r", "z", "x", "i", "missing");
    private static final List<String> LITERALS = List.of(
            "0",
            "1",
            "2",
            "7",
            "-4",
            "1.5",
            "0.1",
            "100",
            "'a'",
            "'abc'",
            "''",
            "'0'",
            "'12'",
            "' 7'",
            "'1e1'",
            "'<b>&'",
            "\"q #{a} r\"",
            "true",
            "false",
            "null",
            "[]",
            "[1, 2]",
            "['b', 'a']",
            "{k: 1}",
            "{a: 1, b: [2]}",
            "'\u00e4\u00f6'");
    private static final List<String> OPERATORS = List.of(
            "+",
            "-",
            "*",
            "/",
            "//",
            "%",
            "~",
            "==",
            "!=",
            "<",
            ">",
            "<=",
            ">=",
            "<=>",
            "and",
            "or",
            "in",
            "not in",
            "starts with",
            "ends with",
            "b-and",
            "b-or",
            "..");
    private static final List<String> FILTERS = List.of(
            "upper",
            "lower",
            "title",
            "capitalize",
            "trim",
            "length",
            "first",
            "last",
            "reverse",
            "keys",
            "sort",
            "join",
            "join(',')",
            "join(', ', ' and ')",
            "abs",
            "round",
            "round(1)",
            "round(1, 'floor')",
            "number_format",
            "number_format(2)",
            "number_format(2, ',', '.')",
            "default('d')",
            "json_encode",
            "raw",
            "e",
            "e('js')",
            "e('html_attr')",
            "url_encode",
            "slice(1)",
            "slice(0, 2)",
            "slice(-2)",
            "slice(1, 1, true)",
            "batch(2)|json_encode",
            "merge([9])",
            "merge({q: 1})",
            "split('')",
            "split(',')",
            "split('b', 2)",
            "replace({a: 'x', b: 'yy'})",
            "format(1, 'z')",
            "striptags",
            "nl2br",
            "spaceless",
            "column('n')",
            "filter(v => v)",
            "filter(v => v > 1)",
            "reduce((c, v) => c ~ v)",
            "sort((p, q) => q <=> p)",
            "trim('a')");
    private static final List<String> TESTS = List.of(
            "defined",
            "not defined",
            "null",
            "empty",
            "even",
            "odd",
            "iterable",
            "same as(5)",
            "divisible by(2)",
            "none",
            "not empty");

    private final Random random;
    private int block;

    /**
     * Begins.
     *
     * @param seed what the templates depend on
     */
    public RandomTemplates(long seed) {
        random = new Random(seed);
    }

    /**
     * The next template.
     *
     * @return one or some lines
     */
    public String next() {
        block = 0;
        StringBuilder template = new StringBuilder();
        body(template, 2);
        return template.toString();
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
        switch (random.nextInt(depth > 0 ? 14 : 7)) {
            case 0, 1 -> out.append(any(List.of("text ", " ", "\n", "  x\n", "{ } % #", "\u00fc")));
            case 2, 3, 4, 5 -> print(out);
            case 6 -> set(out);
            case 7, 8 -> ifTag(out, depth);
            case 9, 10 -> forTag(out, depth);
            case 11 -> wrapped(out, "set x", "endset", depth);
            case 12 -> wrapped(out, any(List.of("apply upper", "apply lower", "apply length")), "endapply", depth);
            default -> blockOrWith(out, depth);
        }
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
        out.append("{% set ")
                .append(any(List.of("x", "i", "a")))
                .append(" = ")
                .append(expression(2))
                .append(" %}");
    }

    private void wrapped(StringBuilder out, String start, String end, int depth) {
        out.append("{% ").append(start).append(" %}");
        body(out, depth - 1);
        out.append("{% ").append(end).append(" %}");
    }

    private void blockOrWith(StringBuilder out, int depth) {
        if (random.nextBoolean()) {
            wrapped(out, "block b" + block++, "endblock", depth);
        } else {
            wrapped(out, "with {x: " + expression(1) + "}", "endwith", depth);
        }
    }

    private String trim() {
        int kind = random.nextInt(12);
        return kind == 0 ? "-" : kind == 1 ? "~" : "";
    }

    private void ifTag(StringBuilder out, int depth) {
        out.append("{%").append(trim()).append(" if ").append(expression(2)).append(" %}");
        body(out, depth - 1);
        if (random.nextInt(3) == 0) {
            out.append("{% elseif ").append(expression(2)).append(" %}");
            body(out, depth - 1);
        }
        if (random.nextBoolean()) {
            out.append("{% else %}\n");
            body(out, depth - 1);
        }
        out.append("{% endif ").append(trim()).append("%}");
    }

    private void forTag(StringBuilder out, int depth) {
        String target = any(List.of("x", "i", "k, x"));
        out.append("{% for ")
                .append(target)
                .append(" in ")
                .append(any(List.of("l", "w", "m", "z", "r", "1..3", expression(1))));
        out.append(" %}");
        body(out, depth - 1);
        out.append(any(List.of("{{ loop.index }}", "{{ loop.last ? '.' : ',' }}", "", "")));
        if (random.nextInt(4) == 0) {
            out.append("{% else %}");
            body(out, depth - 1);
        }
        out.append("{% endfor %}");
    }

    private String expression(int depth) {
        int kind = random.nextInt(depth > 0 ? 17 : 4);
        return switch (kind) {
            case 0, 1 -> any(NAMES);
            case 2, 3 -> any(LITERALS);
            case 4, 5, 6 ->
                random.nextInt(20) == 0
                        ? any(NAMES) + " ** " + any(NAMES)
                        : operand(depth) + " " + any(OPERATORS) + " " + operand(depth);
            case 7, 8, 9, 10 -> operand(depth) + "|" + any(FILTERS);
            case 11 ->
                any(List.of("l", "w", "m", "r", "(1..4)"))
                        + any(List.of(
                                "|map(v => v)", "|map((v, k) => k ~ 1)", "|map(v => [v])", "|filter((v, k) => k)"));
            case 12 -> operand(depth) + " ? " + expression(depth - 1) + " : " + expression(depth - 1);
            case 13 -> any(NAMES) + " is " + any(TESTS);
            case 14 ->
                random.nextBoolean()
                        ? any(List.of("not ", "-", "not ")) + operand(depth)
                        : any(NAMES) + " ?? " + operand(depth);
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
