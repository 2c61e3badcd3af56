// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.syntax;

import java.util.ArrayList;
import java.util.List;
import org.smartems.twig.internal.node.ArrayLiteral;
import org.smartems.twig.internal.node.Attribute;
import org.smartems.twig.internal.node.Concat;
import org.smartems.twig.internal.node.Literal;
import org.smartems.twig.internal.node.Name;
import org.smartems.twig.internal.node.SpecialName;
import org.smartems.twig.internal.node.Unary;
import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.syntax.Token.Kind;
import org.smartems.twig.internal.value.Fault;

/** Operands: constants, variables, arrays, and what follows them with a dot, brackets or a bar. */
final class OperandParser {

    private final Parser parser;
    private final ExpressionParser expressions;
    private final CallParser calls;

    OperandParser(Parser parser, ExpressionParser expressions) {
        this.parser = parser;
        this.expressions = expressions;
        this.calls = new CallParser(parser, expressions);
    }

    CallParser calls() {
        return calls;
    }

    Expr test(Expr subject) {
        return calls.test(subject);
    }

    Expr primary() {
        Token token = parser.stream().current();
        return postfix(
                switch (token.kind()) {
                    case NAME -> name(parser.stream().next());
                    case NUMBER -> new Literal(parser.stream().next().value(), token.line());
                    case STRING, INTERPOLATION_START -> string();
                    case OPERATOR -> operator(token);
                    default -> other(token);
                });
    }

    private Expr name(Token token) {
        return switch (token.text()) {
            case "true", "TRUE" -> new Literal(true, token.line());
            case "false", "FALSE" -> new Literal(false, token.line());
            case "none", "NONE", "null", "NULL" -> new Literal(null, token.line());
            default -> parser.stream().testPunctuation("(") ? calls.function(token) : variable(token);
        };
    }

    private Expr variable(Token token) {
        return switch (token.text()) {
            case "_self" -> new SpecialName(SpecialName.Kind.SELF, token.line());
            case "_charset" -> new SpecialName(SpecialName.Kind.CHARSET, token.line());
            case "_context" -> new SpecialName(SpecialName.Kind.CONTEXT, token.line());
            default -> {
                if (token.text().equals("loop")) {
                    parser.scope().readsLoop();
                }
                yield new Name(token.text(), token.line());
            }
        };
    }

    /** Where an operand is expected, an operator of letters is a variable. */
    private Expr operator(Token token) {
        if (ExpressionLexer.isNameStart(token.text().charAt(0)) && token.text().matches("[a-z]+")) {
            return variable(parser.stream().next());
        }
        if (token.text().equals("-") || token.text().equals("+")) {
            parser.stream().next();
            Unary.Kind kind = token.text().equals("-") ? Unary.Kind.MINUS : Unary.Kind.PLUS;
            return new Unary(kind, primary(), token.line());
        }
        return other(token);
    }

    private Expr other(Token token) {
        if (token.is(Kind.PUNCTUATION, "[")) {
            return sequence();
        }
        if (token.is(Kind.PUNCTUATION, "{")) {
            return mapping();
        }
        throw Fault.syntax(
                "Unexpected token \"" + token.kind().english() + "\" of value \"" + token.shown() + "\".",
                token.line());
    }

    private Expr string() {
        TokenStream stream = parser.stream();
        List<Expr> parts = new ArrayList<>();
        int line = stream.current().line();
        boolean mayBeString = true;
        while (true) {
            Token token = stream.current();
            if (mayBeString && token.is(Kind.STRING)) {
                parts.add(new Literal(stream.next().text(), token.line()));
                mayBeString = false;
            } else if (token.is(Kind.INTERPOLATION_START)) {
                stream.next();
                parts.add(expressions.parse());
                stream.expect(Kind.INTERPOLATION_END);
                mayBeString = true;
            } else {
                return parts.size() == 1 ? parts.get(0) : new Concat(parts, line);
            }
        }
    }

    // ---- arrays ----------------------------------------------------------------------------------------------------

    private Expr sequence() {
        TokenStream stream = parser.stream();
        int line = stream.next().line();
        List<ArrayLiteral.Element> elements = new ArrayList<>();
        while (!stream.testPunctuation("]")) {
            if (!elements.isEmpty()) {
                stream.expectPunctuation(",", "A sequence element must be followed by a comma");
                if (stream.testPunctuation("]")) {
                    break;
                }
            }
            if (stream.testPunctuation(",")) {
                elements.add(new ArrayLiteral.Element(null, null, false));
            } else {
                boolean spread = stream.skip(Kind.SPREAD, "...");
                elements.add(new ArrayLiteral.Element(null, expressions.parse(), spread));
            }
        }
        stream.expectPunctuation("]", "An opened sequence is not properly closed");
        return new ArrayLiteral(elements, line);
    }

    private Expr mapping() {
        TokenStream stream = parser.stream();
        int line = stream.next().line();
        List<ArrayLiteral.Element> elements = new ArrayList<>();
        while (!stream.testPunctuation("}")) {
            if (!elements.isEmpty()) {
                stream.expectPunctuation(",", "A mapping value must be followed by a comma");
                if (stream.testPunctuation("}")) {
                    break;
                }
            }
            if (stream.skip(Kind.SPREAD, "...")) {
                elements.add(new ArrayLiteral.Element(null, expressions.parse(), true));
            } else {
                elements.add(pair());
            }
        }
        stream.expectPunctuation("}", "An opened mapping is not properly closed");
        return new ArrayLiteral(elements, line);
    }

    private ArrayLiteral.Element pair() {
        TokenStream stream = parser.stream();
        Token token = stream.current();
        Expr key;
        if (token.is(Kind.NAME) || token.is(Kind.STRING) || token.is(Kind.NUMBER)) {
            stream.next();
            key = new Literal(token.value(), token.line());
            if (token.is(Kind.NAME) && (stream.testPunctuation(",") || stream.testPunctuation("}"))) {
                return new ArrayLiteral.Element(key, variable(token), false);
            }
        } else if (stream.testPunctuation("(")) {
            key = expressions.parse();
        } else {
            throw Fault.syntax(
                    "A mapping key must be a quoted string, a number, a name, or an expression enclosed in parentheses"
                            + " (unexpected token \"" + token.kind().english() + "\" of value \"" + token.shown()
                            + "\").",
                    token.line());
        }
        stream.expectPunctuation(":", "A mapping key must be followed by a colon (:)");
        return new ArrayLiteral.Element(key, expressions.parse(), false);
    }

    // ---- behind an operand -----------------------------------------------------------------------------------------

    Expr postfix(Expr operand) {
        TokenStream stream = parser.stream();
        Expr expr = operand;
        while (stream.current().is(Kind.PUNCTUATION)) {
            switch (stream.current().text()) {
                case ".", "?." -> expr = dot(expr);
                case "[" -> expr = brackets(expr);
                case "|" -> {
                    stream.next();
                    expr = calls.filter(expr);
                }
                default -> {
                    return expr;
                }
            }
        }
        return expr;
    }

    private Expr dot(Expr target) {
        TokenStream stream = parser.stream();
        boolean nullSafe = stream.next().text().equals("?.");
        Token token = stream.current();
        Expr item = stream.testPunctuation("(") ? computedName() : new Literal(memberName(), token.line());
        if (calls.hasMacros(target)) {
            return calls.macro(target, item, token.line());
        }
        boolean method = stream.testPunctuation("(");
        List<Expr> arguments = method ? calls.positional() : List.of();
        Attribute.Kind kind = method ? Attribute.Kind.METHOD : Attribute.Kind.ANY;
        return new Attribute(target, item, kind, arguments, nullSafe, token.line());
    }

    private Expr computedName() {
        parser.stream().next();
        Expr name = expressions.parse();
        parser.stream().expectPunctuation(")", "The name of an attribute is not properly closed");
        return name;
    }

    private Object memberName() {
        Token token = parser.stream().next();
        boolean word = token.is(Kind.OPERATOR)
                && ExpressionLexer.isNameStart(token.text().charAt(0));
        if (token.is(Kind.NAME) || token.is(Kind.NUMBER) || word) {
            return token.value();
        }
        throw Fault.syntax(
                "Expected name or number, got value \"" + token.shown() + "\" of type \""
                        + token.kind().english() + "\".",
                token.line());
    }

    private Expr brackets(Expr target) {
        TokenStream stream = parser.stream();
        int line = stream.next().line();
        boolean slice = stream.testPunctuation(":");
        Expr item = slice ? new Literal(0L, line) : expressions.parse();
        if (stream.skipPunctuation(":")) {
            Expr length = stream.testPunctuation("]") ? new Literal(null, line) : expressions.parse();
            stream.expectPunctuation("]", null);
            return calls.slice(target, item, length, line);
        }
        stream.expectPunctuation("]", null);
        return new Attribute(target, item, Attribute.Kind.ELEMENT, List.of(), false, line);
    }
}
