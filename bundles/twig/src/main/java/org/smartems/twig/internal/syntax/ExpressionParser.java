// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.syntax;

import java.util.ArrayList;
import java.util.List;
import org.smartems.twig.internal.node.Arrow;
import org.smartems.twig.internal.node.Assign;
import org.smartems.twig.internal.node.Concat;
import org.smartems.twig.internal.node.Conditional;
import org.smartems.twig.internal.node.EndTest;
import org.smartems.twig.internal.node.Literal;
import org.smartems.twig.internal.node.Logic;
import org.smartems.twig.internal.node.Unary;
import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.syntax.Token.Kind;
import org.smartems.twig.internal.value.Fault;

/** Operators by their precedence: here what stands between operands, the operands in {@link OperandParser}. */
final class ExpressionParser {

    private static final int DEEPEST = 100;

    private final Parser parser;
    private final OperandParser operands;
    private int depth;
    private Expr grouped;

    ExpressionParser(Parser parser) {
        this.parser = parser;
        this.operands = new OperandParser(parser, this);
    }

    OperandParser operands() {
        return operands;
    }

    Expr parse() {
        return parse(0);
    }

    Expr parse(int precedence) {
        if (++depth > DEEPEST) {
            throw Fault.syntax(
                    "The expression is nested too deeply.",
                    parser.stream().current().line());
        }
        try {
            Expr arrow = arrow();
            return arrow == null ? operators(precedence) : arrow;
        } finally {
            depth--;
        }
    }

    private Expr operators(int least) {
        TokenStream stream = parser.stream();
        Expr expr = unary();
        while (Operators.precedence(stream.current()) >= least && Operators.precedence(stream.current()) > 0) {
            Token token = stream.next();
            String operator = token.text();
            if (operator.equals("is")) {
                expr = operands.test(expr);
            } else if (operator.equals("is not")) {
                expr = new Unary(Unary.Kind.NOT, operands.test(expr), token.line());
            } else if (operator.equals("~")) {
                expr = concat(expr, token.line());
            } else {
                int precedence = Operators.precedence(token);
                Expr right = parse(Operators.isRightAssociative(operator) ? precedence : precedence + 1);
                boolean inside = operator.equals("**") && expr instanceof Unary && expr != grouped;
                expr = inside
                        ? signedPower((Unary) expr, right, token.line())
                        : binary(operator, expr, right, token.line());
            }
        }
        return least == 0 ? assignment(conditional(expr)) : expr;
    }

    /** In PHP a sign counts less than a power. */
    private static Expr signedPower(Unary left, Expr right, int line) {
        Expr base = left.operand();
        Expr power = base instanceof Unary unary && unary.isSign()
                ? signedPower(unary, right, line)
                : OperatorNodes.binary("**", base, right, line);
        return new Unary(left.kind(), power, left.line());
    }

    private static Expr binary(String operator, Expr left, Expr right, int line) {
        return switch (operator) {
            case "and" -> Logic.and(left, right, line);
            case "or" -> Logic.or(left, right, line);
            case "??" -> Conditional.setOr(left, right);
            case "starts with" -> new EndTest(left, right, true, line);
            case "ends with" -> new EndTest(left, right, false, line);
            default -> OperatorNodes.binary(operator, left, right, line);
        };
    }

    /** Texts joined one after the other become one node. */
    private Expr concat(Expr first, int line) {
        List<Expr> parts = new ArrayList<>();
        parts.add(first);
        do {
            parts.add(parse(Operators.CONCAT + 1));
        } while (parser.stream().skip(Kind.OPERATOR, "~"));
        return new Concat(parts, line);
    }

    private Expr unary() {
        TokenStream stream = parser.stream();
        Token token = stream.current();
        if (token.is(Kind.OPERATOR)) {
            Unary.Kind kind =
                    switch (token.text()) {
                        case "not" -> Unary.Kind.NOT;
                        case "-" -> Unary.Kind.MINUS;
                        case "+" -> Unary.Kind.PLUS;
                        default -> null;
                    };
            if (kind != null) {
                stream.next();
                Expr operand = parse(kind == Unary.Kind.NOT ? Operators.NOT : Operators.SIGN);
                return operands.postfix(new Unary(kind, operand, token.line()));
            }
        }
        if (stream.skipPunctuation("(")) {
            Expr inner = parse();
            stream.expectPunctuation(")", "An opened parenthesis is not properly closed");
            grouped = operands.postfix(inner);
            return grouped;
        }
        return operands.primary();
    }

    private Expr conditional(Expr test) {
        TokenStream stream = parser.stream();
        Expr expr = test;
        while (stream.skipPunctuation("?")) {
            if (stream.skipPunctuation(":")) {
                expr = Conditional.trueOr(expr, parse());
                continue;
            }
            Expr yes = parse();
            Expr no = stream.skipPunctuation(":")
                    ? parse()
                    : new Literal("", stream.current().line());
            expr = Conditional.of(expr, yes, no);
        }
        return expr;
    }

    private Expr assignment(Expr target) {
        TokenStream stream = parser.stream();
        Token token = stream.current();
        if (!token.is(Kind.OPERATOR, "=")) {
            return target;
        }
        stream.next();
        parser.scope().assigns();
        return new Assign(target, parse(), token.line());
    }

    // ---- arrow functions -------------------------------------------------------------------------------------------

    private Expr arrow() {
        TokenStream stream = parser.stream();
        Token token = stream.current();
        if (token.is(Kind.NAME) && stream.look(1).is(Kind.ARROW)) {
            stream.next();
            stream.next();
            return arrow(List.of(token.text()), token.line());
        }
        if (!isParameterList()) {
            return null;
        }
        stream.next();
        List<String> names = new ArrayList<>();
        while (!stream.testPunctuation(")")) {
            names.add(stream.expect(Kind.NAME).text());
            stream.skipPunctuation(",");
        }
        stream.next();
        stream.next();
        return arrow(names, token.line());
    }

    private Expr arrow(List<String> names, int line) {
        return new Arrow(names, parse(), line);
    }

    private boolean isParameterList() {
        TokenStream stream = parser.stream();
        if (!stream.testPunctuation("(")) {
            return false;
        }
        int i = 1;
        while (stream.look(i).is(Kind.NAME)) {
            i++;
            if (!stream.look(i).is(Kind.PUNCTUATION, ",")) {
                break;
            }
            i++;
        }
        return stream.look(i).is(Kind.PUNCTUATION, ")") && stream.look(i + 1).is(Kind.ARROW);
    }
}
