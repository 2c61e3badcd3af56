// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.syntax;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smartems.twig.internal.library.Library;
import org.smartems.twig.internal.node.Do;
import org.smartems.twig.internal.node.For;
import org.smartems.twig.internal.node.If;
import org.smartems.twig.internal.node.Literal;
import org.smartems.twig.internal.node.Sequence;
import org.smartems.twig.internal.node.SetCapture;
import org.smartems.twig.internal.node.SetValues;
import org.smartems.twig.internal.node.With;
import org.smartems.twig.internal.run.Expr;
import org.smartems.twig.internal.run.Stmt;
import org.smartems.twig.internal.syntax.Token.Kind;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;

/** The tags of control and variables; those that reach other templates are in {@link TemplateTags}. */
final class Tags {

    /** Reads a tag whose name has been read. */
    @FunctionalInterface
    interface Tag {

        /** The node; null when nothing is to be done there. */
        Stmt parse(int line);
    }

    private final Parser parser;
    private final Map<String, Tag> tags = new HashMap<>();

    Tags(Parser parser) {
        this.parser = parser;
        tags.put("if", this::ifTag);
        tags.put("for", this::forTag);
        tags.put("set", this::set);
        tags.put("do", this::doTag);
        tags.put("with", this::with);
        tags.put("apply", this::apply);
        tags.put("autoescape", this::autoescape);
        tags.put("deprecated", this::deprecated);
        tags.put("flush", this::flush);
        tags.put("types", this::types);
        tags.put("guard", this::guard);
        new TemplateTags(parser).addTo(tags);
    }

    /** The tag of a name; null for none. */
    Tag tag(String name) {
        return tags.get(name);
    }

    Collection<String> names() {
        return tags.keySet();
    }

    // ---- if --------------------------------------------------------------------------------------------------------

    private Stmt ifTag(int line) {
        TokenStream stream = parser.stream();
        List<If.Branch> branches = new ArrayList<>();
        Expr test = parser.expression();
        stream.expectBlockEnd();
        Sequence body = ifBody();
        while (true) {
            branches.add(new If.Branch(test, body));
            Token token = stream.next();
            if (token.text().equals("endif")) {
                stream.expectBlockEnd();
                return new If(branches, line);
            }
            boolean last = token.text().equals("else");
            test = last ? null : parser.expression();
            stream.expectBlockEnd();
            body = last ? parser.body(Set.of("endif")) : ifBody();
        }
    }

    private Sequence ifBody() {
        return parser.body(Set.of("elseif", "else", "endif"));
    }

    // ---- for -------------------------------------------------------------------------------------------------------

    private Stmt forTag(int line) {
        TokenStream stream = parser.stream();
        List<String> targets = targets();
        stream.expect(Kind.OPERATOR, "in");
        Expr sequence = parser.expression();
        stream.expectBlockEnd();
        parser.scope().enterLoop();
        Sequence body = parser.body(Set.of("else", "endfor"));
        Sequence otherwise = null;
        if (stream.next().text().equals("else")) {
            stream.expectBlockEnd();
            otherwise = parser.bodyTo("endfor");
        }
        stream.expectBlockEnd();
        boolean loop = parser.scope().loopIsRead();
        boolean assigns = parser.scope().loopAssigns();
        parser.scope().leaveLoop();
        String key = targets.size() > 1 ? targets.get(0) : "_key";
        String value = targets.get(targets.size() > 1 ? 1 : 0);
        return new For(new For.Head(key, value, sequence, loop, assigns), body, otherwise, line);
    }

    // ---- variables -------------------------------------------------------------------------------------------------

    private Stmt set(int line) {
        TokenStream stream = parser.stream();
        List<String> names = targets();
        parser.scope().assigns();
        if (stream.skip(Kind.OPERATOR, "=")) {
            List<Expr> values = new ArrayList<>();
            do {
                values.add(parser.expression());
            } while (stream.skipPunctuation(","));
            stream.expectBlockEnd();
            if (names.size() != values.size()) {
                throw Fault.syntax("When using set, you must have the same number of variables and assignments.", line);
            }
            return new SetValues(names, values, line);
        }
        if (names.size() > 1) {
            throw Fault.syntax("When using set with a block, you cannot have a multi-target.", line);
        }
        stream.expectBlockEnd();
        Sequence body = parser.bodyTo("endset");
        stream.expectBlockEnd();
        return SetCapture.set(names.get(0), body, line);
    }

    private List<String> targets() {
        TokenStream stream = parser.stream();
        List<String> names = new ArrayList<>();
        do {
            Token token = stream.current();
            boolean word = token.is(Kind.OPERATOR)
                    && ExpressionLexer.isNameStart(token.text().charAt(0));
            if (word) {
                stream.next();
            } else {
                stream.expect(Kind.NAME, null, "Only variables can be assigned to");
            }
            if (Set.of("true", "false", "none", "null").contains(token.text().toLowerCase(java.util.Locale.ROOT))) {
                throw Fault.syntax("You cannot assign a value to \"" + token.text() + "\".", token.line());
            }
            names.add(token.text());
        } while (stream.skipPunctuation(","));
        return names;
    }

    private Stmt with(int line) {
        TokenStream stream = parser.stream();
        Expr variables = null;
        boolean only = false;
        if (!stream.current().is(Kind.BLOCK_END)) {
            variables = parser.expression();
            only = stream.skipName("only");
        }
        stream.expectBlockEnd();
        Sequence body = parser.bodyTo("endwith");
        stream.expectBlockEnd();
        return new With(variables, only, body, line);
    }

    private Stmt doTag(int line) {
        Expr value = parser.expression();
        parser.stream().expectBlockEnd();
        return new Do(value, line);
    }

    // ---- output ----------------------------------------------------------------------------------------------------

    private Stmt apply(int line) {
        TokenStream stream = parser.stream();
        CallParser calls = parser.expressions().operands().calls();
        Expr filters = calls.filter(new SetCapture.Captured(line));
        while (stream.skipPunctuation("|")) {
            filters = calls.filter(filters);
        }
        stream.expectBlockEnd();
        Sequence body = parser.bodyTo("endapply");
        stream.expectBlockEnd();
        return SetCapture.apply(parser.escaped(filters), body, line);
    }

    private Stmt autoescape(int line) {
        TokenStream stream = parser.stream();
        Object strategy = "html";
        if (!stream.current().is(Kind.BLOCK_END)) {
            if (!(parser.expression() instanceof Literal literal)) {
                throw Fault.syntax("An escaping strategy must be a string or false.", line);
            }
            strategy = literal.value();
        }
        stream.expectBlockEnd();
        parser.scope().pushStrategy(Convert.text(strategy, null));
        Sequence body = parser.bodyTo("endautoescape");
        parser.scope().popStrategy();
        stream.expectBlockEnd();
        return body;
    }

    private Stmt flush(int line) {
        parser.stream().expectBlockEnd();
        return null;
    }

    // ---- for authors -----------------------------------------------------------------------------------------------

    private Stmt deprecated(int line) {
        TokenStream stream = parser.stream();
        Expr message = parser.expression();
        while (stream.current().is(Kind.NAME)) {
            stream.next();
            stream.expect(Kind.OPERATOR, "=");
            parser.expression();
        }
        stream.expectBlockEnd();
        return new Do(message, line);
    }

    private Stmt types(int line) {
        TokenStream stream = parser.stream();
        boolean braces = stream.skipPunctuation("{");
        while (!stream.testPunctuation("}") && !stream.current().is(Kind.BLOCK_END)) {
            stream.expect(Kind.NAME);
            stream.skipPunctuation("?");
            stream.expectPunctuation(":", "A type name must be followed by a colon (:)");
            stream.expect(Kind.STRING);
            stream.skipPunctuation(",");
        }
        if (braces) {
            stream.expectPunctuation("}", "An opened mapping is not properly closed");
        }
        stream.expectBlockEnd();
        return null;
    }

    private Stmt guard(int line) {
        TokenStream stream = parser.stream();
        String type = stream.expect(Kind.NAME).text();
        StringBuilder name = new StringBuilder(stream.expect(Kind.NAME).text());
        while (stream.current().is(Kind.NAME)) {
            name.append(' ').append(stream.next().text());
        }
        boolean known =
                switch (type) {
                    case "function" -> Library.function(name.toString()) != null;
                    case "filter" -> Library.filter(name.toString()) != null;
                    case "test" -> Library.test(name.toString()) != null;
                    default ->
                        throw Fault.syntax(
                                "Supported guard types are function, filter and test, \"" + type + "\" given.", line);
                };
        stream.expectBlockEnd();
        return guarded(known);
    }

    /** What is not there is passed over without being understood. */
    private Stmt guarded(boolean known) {
        TokenStream stream = parser.stream();
        Stmt body = known ? parser.body(Set.of("else", "endguard")) : passOver(Set.of("else", "endguard"));
        if (stream.next().text().equals("else")) {
            stream.expectBlockEnd();
            Stmt other = known ? passOver(Set.of("endguard")) : parser.body(Set.of("endguard"));
            body = known ? body : other;
            stream.next();
        }
        stream.expectBlockEnd();
        return body;
    }

    private Stmt passOver(Set<String> ends) {
        TokenStream stream = parser.stream();
        int nested = 0;
        while (true) {
            Token token = stream.next();
            if (token.is(Kind.BLOCK_START) && stream.current().is(Kind.NAME)) {
                String tag = stream.current().text();
                if (nested == 0 && ends.contains(tag)) {
                    return null;
                }
                nested += tag.equals("guard") || tag.equals("if") || tag.equals("for") ? 1 : 0;
                nested -= tag.equals("endguard") || tag.equals("endif") || tag.equals("endfor") ? 1 : 0;
            }
        }
    }
}
