// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.smartems.twig.internal.library.Library;
import org.smartems.twig.internal.node.Arguments;
import org.smartems.twig.internal.node.Attribute;
import org.smartems.twig.internal.node.BlockCall;
import org.smartems.twig.internal.node.Call;
import org.smartems.twig.internal.node.ConstantCall;
import org.smartems.twig.internal.node.DefaultValue;
import org.smartems.twig.internal.node.Escape;
import org.smartems.twig.internal.node.IsDefined;
import org.smartems.twig.internal.node.Literal;
import org.smartems.twig.internal.node.MacroCall;
import org.smartems.twig.internal.node.Name;
import org.smartems.twig.internal.node.SpecialName;
import org.smartems.twig.internal.run.Definition;
import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.syntax.Token.Kind;
import org.smartems.twig.internal.value.Fault;

/** Calls of filters, functions, tests and macros. */
final class CallParser {

    private final Parser parser;
    private final ExpressionParser expressions;

    CallParser(Parser parser, ExpressionParser expressions) {
        this.parser = parser;
        this.expressions = expressions;
    }

    // ---- filters ---------------------------------------------------------------------------------------------------

    Expr filter(Expr value) {
        Token token = parser.stream().expect(Kind.NAME);
        List<Arguments.Given> given = parser.stream().testPunctuation("(") ? arguments() : List.of();
        Definition definition = Library.filter(token.text());
        if (definition == null) {
            throw Fault.syntax(
                    "Unknown \"" + token.text() + "\" filter." + Suggestions.of(token.text(), Library.filters()),
                    token.line());
        }
        if (definition.name().equals("default")) {
            Expr standard = given.isEmpty()
                    ? new Literal("", token.line())
                    : given.get(0).value();
            return new DefaultValue(value, standard, token.line());
        }
        Expr input = definition.preEscape() == null ? value : Escape.of(value, definition.preEscape());
        Arguments.Callee callee = new Arguments.Callee("filter", definition, token.line());
        if (definition.name().equals("escape")) {
            return new Call(definition, Arguments.bind(callee, input, given), strategies(given), token.line());
        }
        return call(callee, input, given);
    }

    /** The strategies for which the value of {@code escape} is safe. */
    private static Set<String> strategies(List<Arguments.Given> given) {
        if (given.isEmpty()) {
            return Set.of("html");
        }
        if (!(given.get(0).value() instanceof Literal literal)) {
            return Set.of();
        }
        String strategy = String.valueOf(literal.value());
        return strategy.equals("html_attr") ? Set.of("html", strategy) : Set.of(strategy);
    }

    Expr slice(Expr target, Expr start, Expr length, int line) {
        List<Arguments.Given> given =
                List.of(new Arguments.Given(null, start, false), new Arguments.Given(null, length, false));
        return call(new Arguments.Callee("filter", Library.filter("slice"), line), target, given);
    }

    private static Expr call(Arguments.Callee callee, Expr value, List<Arguments.Given> given) {
        return new Call(callee.definition(), Arguments.bind(callee, value, given), null, callee.line());
    }

    // ---- functions -------------------------------------------------------------------------------------------------

    Expr function(Token token) {
        String name = token.text();
        int line = token.line();
        Scope.ImportedMacro macro = parser.scope().macro(name);
        if (macro != null) {
            return new MacroCall(macro.from(), new Literal(macro.macro(), line), arguments(), line);
        }
        List<Arguments.Given> given = arguments();
        return switch (name) {
            case "parent" -> parent(line);
            case "block" -> block(given, line);
            case "attribute" -> attribute(given, line);
            default -> library(token, given);
        };
    }

    private Expr library(Token token, List<Arguments.Given> given) {
        Definition definition = Library.function(token.text());
        if (definition == null) {
            throw Fault.syntax(
                    "Unknown \"" + token.text() + "\" function." + Suggestions.of(token.text(), Library.functions()),
                    token.line());
        }
        if (definition.name().startsWith("include")) {
            parser.scope().readsLoop();
        }
        Arguments.Callee callee = new Arguments.Callee("function", definition, token.line());
        Expr call = call(callee, null, given);
        return definition.name().equals("constant") ? constant(call, callee, given) : call;
    }

    private static Expr constant(Expr call, Arguments.Callee callee, List<Arguments.Given> given) {
        List<Arguments.Given> checking = new ArrayList<>(given);
        checking.add(new Arguments.Given("check_defined", new Literal(true, callee.line()), false));
        return new ConstantCall(call, call(callee, null, checking));
    }

    private Expr parent(int line) {
        String block = parser.scope().block();
        if (block == null) {
            throw Fault.syntax("Calling the \"parent\" function outside of a block is forbidden.", line);
        }
        if (parser.scope().parts().parent == null
                && parser.scope().parts().traits.isEmpty()) {
            throw Fault.syntax(
                    "Calling the \"parent\" function on a template that does not call \"extends\" or \"use\" is"
                            + " forbidden.",
                    line);
        }
        parser.scope().readsLoop();
        return BlockCall.parent(block, line);
    }

    private Expr block(List<Arguments.Given> given, int line) {
        if (given.isEmpty()) {
            throw Fault.syntax("The \"block\" function takes one argument (the block name).", line);
        }
        parser.scope().readsLoop();
        return BlockCall.block(
                given.get(0).value(), given.size() > 1 ? given.get(1).value() : null, line);
    }

    private Expr attribute(List<Arguments.Given> given, int line) {
        if (given.size() < 2) {
            throw Fault.syntax(
                    "The \"attribute\" function takes at least two arguments (the variable and the attributes).", line);
        }
        List<Expr> none = List.of();
        return new Attribute(given.get(0).value(), given.get(1).value(), Attribute.Kind.ANY, none, false, line);
    }

    // ---- macros ----------------------------------------------------------------------------------------------------

    /** Whether a dot behind it means a macro. */
    boolean hasMacros(Expr target) {
        if (target instanceof SpecialName special) {
            return special.kind() == SpecialName.Kind.SELF;
        }
        return target instanceof Name name && parser.scope().isTemplate(name.name());
    }

    Expr macro(Expr target, Expr name, int line) {
        String from = target instanceof Name imported ? imported.name() : null;
        boolean called = parser.stream().testPunctuation("(");
        return new MacroCall(from, name, called ? arguments() : List.of(), line);
    }

    // ---- tests -----------------------------------------------------------------------------------------------------

    Expr test(Expr subject) {
        TokenStream stream = parser.stream();
        int line = subject.line();
        Definition definition = testDefinition(line);
        List<Arguments.Given> given = List.of();
        if (stream.testPunctuation("(")) {
            given = arguments();
        } else if (definition.required() == 1) {
            given = List.of(new Arguments.Given(null, expressions.operands().primary(), false));
        }
        if (!definition.name().equals("defined")) {
            return call(new Arguments.Callee("test", definition, line), subject, given);
        }
        Scope.ImportedMacro macro =
                subject instanceof Name name ? parser.scope().macro(name.name()) : null;
        if (macro != null) {
            return new IsDefined(new MacroCall(macro.from(), new Literal(macro.macro(), line), List.of(), line), line);
        }
        return new IsDefined(subject, line);
    }

    private Definition testDefinition(int line) {
        TokenStream stream = parser.stream();
        String name = stream.expect(Kind.NAME).text();
        if (stream.current().is(Kind.NAME)) {
            Definition two = Library.test(name + " " + stream.current().text());
            if (two != null) {
                stream.next();
                return two;
            }
        }
        Definition one = Library.test(name);
        if (one != null) {
            return one;
        }
        String both =
                stream.current().is(Kind.NAME) ? name + " " + stream.current().text() : name;
        throw Fault.syntax("Unknown \"" + both + "\" test." + Suggestions.of(both, Library.tests()), line);
    }

    // ---- arguments -------------------------------------------------------------------------------------------------

    List<Expr> positional() {
        List<Expr> values = new ArrayList<>();
        arguments().forEach(given -> values.add(given.value()));
        return values;
    }

    List<Arguments.Given> arguments() {
        TokenStream stream = parser.stream();
        stream.expectPunctuation("(", "A list of arguments must begin with an opening parenthesis");
        List<Arguments.Given> given = new ArrayList<>();
        boolean spread = false;
        while (!stream.testPunctuation(")")) {
            if (!given.isEmpty()) {
                stream.expectPunctuation(",", "Arguments must be separated by a comma");
                if (stream.testPunctuation(")")) {
                    break;
                }
            }
            if (stream.skip(Kind.SPREAD, "...")) {
                spread = true;
                given.add(new Arguments.Given(null, expressions.parse(), true));
            } else if (spread) {
                throw Fault.syntax(
                        "Normal arguments must be placed before argument unpacking.",
                        stream.current().line());
            } else {
                given.add(argument());
            }
        }
        stream.expectPunctuation(")", "A list of arguments must be closed by a parenthesis");
        return given;
    }

    private Arguments.Given argument() {
        TokenStream stream = parser.stream();
        Token after = stream.look(1);
        boolean named = after.is(Kind.OPERATOR, "=") || after.is(Kind.PUNCTUATION, ":");
        if (stream.current().is(Kind.NAME) && named) {
            String name = stream.next().text();
            stream.next();
            return new Arguments.Given(name, expressions.parse(), false);
        }
        return new Arguments.Given(null, expressions.parse(), false);
    }
}
