// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smartems.twig.internal.node.ArrayLiteral;
import org.smartems.twig.internal.node.BlockShow;
import org.smartems.twig.internal.node.Import;
import org.smartems.twig.internal.node.Include;
import org.smartems.twig.internal.node.Literal;
import org.smartems.twig.internal.node.Sequence;
import org.smartems.twig.internal.node.Text;
import org.smartems.twig.internal.run.BlockRef;
import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Macro;
import org.smartems.twig.internal.run.Stmt;
import org.smartems.twig.internal.run.Trait;
import org.smartems.twig.internal.run.Unit;
import org.smartems.twig.internal.syntax.Token.Kind;
import org.smartems.twig.internal.value.Fault;

/** The tags of blocks and macros, and those that reach other templates. */
final class TemplateTags {

    private final Parser parser;

    TemplateTags(Parser parser) {
        this.parser = parser;
    }

    void addTo(Map<String, Tags.Tag> tags) {
        tags.put("block", this::block);
        tags.put("extends", this::extend);
        tags.put("use", this::use);
        tags.put("include", this::include);
        tags.put("embed", this::embed);
        tags.put("sandbox", this::sandbox);
        tags.put("macro", this::macro);
        tags.put("import", this::importTag);
        tags.put("from", this::from);
    }

    // ---- blocks ----------------------------------------------------------------------------------------------------

    private Stmt block(int line) {
        TokenStream stream = parser.stream();
        String name = stream.expect(Kind.NAME).text();
        BlockRef defined = parser.scope().parts().blocks.get(name);
        if (defined != null) {
            throw Fault.syntax("The block '" + name + "' has already been defined line " + defined.line() + ".", line);
        }
        parser.scope().parts().blocks.put(name, new BlockRef(null, null, line));
        parser.scope().readsLoop();
        parser.scope().enterBlock(name);
        Sequence body;
        if (stream.current().is(Kind.BLOCK_END)) {
            stream.next();
            body = parser.bodyTo("endblock");
            checkEnd("block", name);
        } else {
            body = new Sequence(List.of(parser.print(parser.expression(), line)), line);
        }
        stream.expectBlockEnd();
        parser.scope().leaveBlock();
        parser.scope().parts().blocks.put(name, new BlockRef(null, body, line));
        return new BlockShow(name, line);
    }

    private void checkEnd(String tag, String name) {
        TokenStream stream = parser.stream();
        if (!stream.current().is(Kind.NAME)) {
            return;
        }
        Token token = stream.next();
        if (!token.text().equals(name)) {
            throw Fault.syntax(
                    "Expected end" + tag + " for " + tag + " \"" + name + "\" (but \"" + token.text() + "\" given).",
                    token.line());
        }
    }

    private Stmt extend(int line) {
        Scope scope = parser.scope();
        if (scope.block() != null) {
            throw Fault.syntax("Cannot use \"extend\" in a block.", line);
        }
        if (!scope.isMain()) {
            throw Fault.syntax("Cannot use \"extend\" in a macro.", line);
        }
        if (scope.parts().parent != null) {
            throw Fault.syntax("Multiple extends tags are forbidden.", line);
        }
        scope.parts().parent = parser.expression();
        parser.stream().expectBlockEnd();
        return null;
    }

    private Stmt use(int line) {
        TokenStream stream = parser.stream();
        Expr template = parser.expression();
        if (!(template instanceof Literal literal) || !(literal.value() instanceof String name)) {
            throw Fault.syntax("The template references in a \"use\" statement must be a string.", line);
        }
        Map<String, String> renamed = stream.skipName("with") ? aliases() : Map.of();
        stream.expectBlockEnd();
        parser.scope().parts().traits.add(new Trait(name, renamed, line));
        return null;
    }

    /** Names with the names they get. */
    private Map<String, String> aliases() {
        TokenStream stream = parser.stream();
        Map<String, String> aliases = new LinkedHashMap<>();
        do {
            String name = stream.expect(Kind.NAME).text();
            aliases.put(name, stream.skipName("as") ? stream.expect(Kind.NAME).text() : name);
        } while (stream.skipPunctuation(","));
        return aliases;
    }

    // ---- other templates -------------------------------------------------------------------------------------------

    private Stmt include(int line) {
        parser.scope().readsLoop();
        Expr template = parser.expression();
        return Include.include(template, options(), line);
    }

    private Include.Options options() {
        TokenStream stream = parser.stream();
        boolean ignoreMissing = stream.skipName("ignore");
        if (ignoreMissing) {
            stream.expect(Kind.NAME, "missing");
        }
        Expr variables = stream.skipName("with") ? parser.expression() : null;
        boolean only = stream.skipName("only");
        stream.expectBlockEnd();
        return new Include.Options(variables, only, ignoreMissing);
    }

    private Stmt embed(int line) {
        parser.scope().readsLoop();
        Expr template = parser.expression();
        Include.Options options = options();
        Unit embedded = parser.unit(Set.of("endembed"), template);
        parser.stream().next();
        parser.stream().expectBlockEnd();
        return Include.embed(embedded, options, line);
    }

    private Stmt sandbox(int line) {
        parser.stream().expectBlockEnd();
        Sequence body = parser.bodyTo("endsandbox");
        parser.stream().expectBlockEnd();
        for (Stmt part : body.parts()) {
            if (!(part instanceof Include || part instanceof Text text && text.isBlank())) {
                throw Fault.syntax("Only \"include\" tags are allowed within a \"sandbox\" section.", part.line());
            }
        }
        return body;
    }

    // ---- macros ----------------------------------------------------------------------------------------------------

    private Stmt macro(int line) {
        TokenStream stream = parser.stream();
        String name = stream.expect(Kind.NAME).text();
        List<String> parameters = new ArrayList<>();
        List<Expr> defaults = new ArrayList<>();
        parameters(name, parameters, defaults);
        stream.expectBlockEnd();
        parser.scope().enterMacro(parser.defaultStrategy());
        Sequence body = parser.bodyTo("endmacro");
        checkEnd("macro", name);
        parser.scope().leaveMacro();
        stream.expectBlockEnd();
        parser.scope().parts().macros.put(name, new Macro(parameters, defaults, body));
        return null;
    }

    private void parameters(String macro, List<String> names, List<Expr> defaults) {
        TokenStream stream = parser.stream();
        stream.expectPunctuation("(", "A list of arguments must begin with an opening parenthesis");
        while (!stream.testPunctuation(")")) {
            if (!names.isEmpty()) {
                stream.expectPunctuation(",", "Arguments must be separated by a comma");
                if (stream.testPunctuation(")")) {
                    break;
                }
            }
            Token token = stream.expect(Kind.NAME, null, "An argument must be a name");
            if (token.text().equals("varargs")) {
                throw Fault.syntax(
                        "The argument \"varargs\" in macro \"" + macro + "\" cannot be defined because the variable"
                                + " \"varargs\" is reserved for arbitrary arguments.",
                        token.line());
            }
            names.add(token.text());
            boolean given = stream.skip(Kind.OPERATOR, "=") || stream.skipPunctuation(":");
            defaults.add(given ? defaultValue() : null);
        }
        stream.expectPunctuation(")", "A list of arguments must be closed by a parenthesis");
    }

    private Expr defaultValue() {
        Expr value = parser.expressions().operands().primary();
        if (!ArrayLiteral.isConstant(value)) {
            throw Fault.syntax(
                    "A default value for an argument must be a constant (a boolean, a string, a number, a sequence, or"
                            + " a mapping).",
                    value.line());
        }
        return value;
    }

    private Stmt importTag(int line) {
        TokenStream stream = parser.stream();
        Expr template = parser.expression();
        stream.expect(Kind.NAME, "as");
        String name = stream.expect(Kind.NAME).text();
        stream.expectBlockEnd();
        parser.scope().importTemplate(name);
        return new Import(template, name, parser.scope().isMain(), line);
    }

    private Stmt from(int line) {
        TokenStream stream = parser.stream();
        Expr template = parser.expression();
        stream.expect(Kind.NAME, "import");
        Map<String, String> aliases = aliases();
        stream.expectBlockEnd();
        String name = parser.scope().newImport();
        aliases.forEach((macro, alias) -> parser.scope().importMacro(alias, new Scope.ImportedMacro(name, macro)));
        return new Import(template, name, parser.scope().isMain(), line);
    }
}
