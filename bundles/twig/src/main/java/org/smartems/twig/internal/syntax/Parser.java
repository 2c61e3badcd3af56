// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.smartems.twig.internal.node.Escape;
import org.smartems.twig.internal.node.Print;
import org.smartems.twig.internal.node.Sequence;
import org.smartems.twig.internal.node.Text;
import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Stmt;
import org.smartems.twig.internal.run.Unit;
import org.smartems.twig.internal.syntax.Token.Kind;
import org.smartems.twig.internal.value.Fault;

/** Makes a tree of nodes out of a template. */
public final class Parser {

    /** No escaping. */
    public static final String NO_ESCAPING = "";

    private static final int DEEPEST = 60;

    private final String name;
    private final String strategy;
    private final TokenStream stream;
    private final ExpressionParser expressions;
    private final Tags tags;
    private Scope scope;
    private int depth;

    private Parser(String name, String source, String strategy) {
        this.name = name;
        this.strategy = strategy;
        this.stream = new TokenStream(new Lexer(source).tokens());
        this.scope = new Scope(strategy);
        this.expressions = new ExpressionParser(this);
        this.tags = new Tags(this);
    }

    /**
     * Compiles a template.
     *
     * @param name for messages and the loader
     * @param source its text
     * @param strategy by which output is escaped, {@link #NO_ESCAPING} for none
     * @return the template
     */
    public static Unit parse(String name, String source, String strategy) {
        try {
            Parser parser = new Parser(name, source, strategy);
            return parser.unit(Set.of(), null);
        } catch (Fault fault) {
            throw fault.at(name, 0);
        }
    }

    TokenStream stream() {
        return stream;
    }

    Scope scope() {
        return scope;
    }

    Expr expression() {
        return expressions.parse();
    }

    ExpressionParser expressions() {
        return expressions;
    }

    String defaultStrategy() {
        return strategy;
    }

    /** The template up to one of the tags, or the end of the text. */
    Unit unit(Set<String> ends, Expr parent) {
        Scope outer = scope;
        scope = new Scope(strategy);
        scope.parts().parent = parent;
        try {
            Unit.Parts parts = scope.parts();
            Sequence body = body(ends);
            if (parts.parent != null) {
                Stmt silent = body.silent(false);
                parts.body = silent == null ? new Sequence(List.of(), body.line()) : silent;
            } else {
                parts.body = body;
            }
            return new Unit(name, parts);
        } finally {
            scope = outer;
        }
    }

    /** Nodes up to one of the tags, which is left to be read; without tags, up to the end of the text. */
    Sequence body(Set<String> ends) {
        return body(ends, false);
    }

    private Sequence body(Set<String> ends, boolean whole) {
        int line = stream.current().line();
        if (++depth > DEEPEST) {
            throw Fault.syntax("The tags are nested too deeply.", line);
        }
        List<Stmt> parts = new ArrayList<>();
        while (!stream.isEnd()) {
            Token token = stream.next();
            if (token.is(Kind.BLOCK_START) && ends.contains(tagName())) {
                depth--;
                return new Sequence(parts, line);
            }
            Stmt part = part(token, ends, line);
            if (part != null) {
                parts.add(part);
            }
        }
        if (!ends.isEmpty()) {
            throw whole
                    ? stream.unexpected(Kind.BLOCK_END)
                    : Fault.syntax(
                            "Unexpected end of template.", stream.current().line());
        }
        depth--;
        return new Sequence(parts, line);
    }

    private String tagName() {
        return stream.current().is(Kind.NAME) ? stream.current().text() : "";
    }

    private Stmt part(Token token, Set<String> ends, int opened) {
        return switch (token.kind()) {
            case TEXT -> new Text(token.text(), token.line());
            case VAR_START -> print(token);
            case BLOCK_START -> tag(ends, opened);
            default -> throw unexpected(token);
        };
    }

    /** The body up to a tag that is read with it, but not its end. */
    Sequence bodyTo(String end) {
        Sequence body = body(Set.of(end), true);
        stream.next();
        return body;
    }

    Stmt print(Expr value, int line) {
        return new Print(escaped(value), line);
    }

    Expr escaped(Expr value) {
        String escaping = scope.strategy();
        return escaping.equals(NO_ESCAPING) ? value : Escape.of(value, escaping);
    }

    private Stmt print(Token start) {
        Expr value = expression();
        stream.expect(Kind.VAR_END);
        return print(value, start.line());
    }

    private Stmt tag(Set<String> ends, int opened) {
        Token token = stream.current();
        if (!token.is(Kind.NAME)) {
            throw Fault.syntax("A block must start with a tag name.", token.line());
        }
        Tags.Tag tag = tags.tag(token.text());
        if (tag == null) {
            throw unknown(token, ends, opened);
        }
        stream.next();
        return tag.parse(token.line());
    }

    private Fault unknown(Token token, Set<String> ends, int opened) {
        if (ends.isEmpty()) {
            return Fault.syntax(
                    "Unknown \"" + token.text() + "\" tag." + Suggestions.of(token.text(), tags.names()), token.line());
        }
        String closing = ends.stream()
                .filter(end -> end.startsWith("end"))
                .map(end -> end.substring("end".length()))
                .findFirst()
                .orElse("");
        return Fault.syntax(
                "Unexpected \"" + token.text() + "\" tag (expecting closing tag for the \"" + closing
                        + "\" tag defined near line " + opened + ").",
                token.line());
    }

    private static Fault unexpected(Token token) {
        return Fault.syntax("Unexpected " + token.kind().english() + ".", token.line());
    }
}
