// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import java.util.Set;
import org.apache.velocity.runtime.parser.node.ASTAddNode;
import org.apache.velocity.runtime.parser.node.ASTComparisonNode;
import org.apache.velocity.runtime.parser.node.ASTDirective;
import org.apache.velocity.runtime.parser.node.ASTDivNode;
import org.apache.velocity.runtime.parser.node.ASTEQNode;
import org.apache.velocity.runtime.parser.node.ASTFloatingPointLiteral;
import org.apache.velocity.runtime.parser.node.ASTGENode;
import org.apache.velocity.runtime.parser.node.ASTGTNode;
import org.apache.velocity.runtime.parser.node.ASTIntegerLiteral;
import org.apache.velocity.runtime.parser.node.ASTIntegerRange;
import org.apache.velocity.runtime.parser.node.ASTLENode;
import org.apache.velocity.runtime.parser.node.ASTMap;
import org.apache.velocity.runtime.parser.node.ASTMathNode;
import org.apache.velocity.runtime.parser.node.ASTModNode;
import org.apache.velocity.runtime.parser.node.ASTMulNode;
import org.apache.velocity.runtime.parser.node.ASTNENode;
import org.apache.velocity.runtime.parser.node.ASTNegateNode;
import org.apache.velocity.runtime.parser.node.ASTObjectArray;
import org.apache.velocity.runtime.parser.node.ASTReference;
import org.apache.velocity.runtime.parser.node.Node;
import org.apache.velocity.runtime.parser.node.SimpleNode;

/** Refuses what must not be in a text, and bounds every node that could make something large. */
final class Tree {

    private static final Set<String> REFUSED = Set.of("include", "parse", "evaluate");
    private static final int DEEPEST = 300;

    /** Velocity keeps the text of each reference and block macro, with all that is inside, for messages. */
    private static final int MOST_COPIES = 20;

    private Tree() {}

    static SimpleNode bounded(SimpleNode root) {
        walk(root, 0, 0);
        return new Root(root);
    }

    private static void walk(Node node, int depth, int copies) {
        if (depth > DEEPEST || copies > MOST_COPIES) {
            throw new Refusal("The text is nested too deeply", node.getFirstToken().beginLine);
        }
        if (node instanceof ASTDirective directive && REFUSED.contains(directive.getDirectiveName())) {
            throw new Refusal(
                    "#" + directive.getDirectiveName() + " is not available in configs",
                    directive.getFirstToken().beginLine);
        }
        // reading one takes longer than its length
        boolean number = node instanceof ASTIntegerLiteral || node instanceof ASTFloatingPointLiteral;
        if (number && node.getFirstToken().image.length() > Numbers.LONGEST) {
            throw new Refusal("A number is too large", node.getFirstToken().beginLine);
        }
        for (int i = 0; i < node.jjtGetNumChildren(); i++) {
            Node child = node.jjtGetChild(i);
            walk(child, depth + 1, isCopied(child) ? copies + 1 : copies);
            SimpleNode bounded = wrapped(child);
            if (bounded != null) {
                bounded.jjtSetParent(node);
                node.jjtAddChild(bounded, i);
            }
        }
    }

    private static boolean isCopied(Node node) {
        return node instanceof ASTReference
                || node instanceof ASTDirective directive
                        && directive.getDirectiveName().startsWith("@");
    }

    private static SimpleNode wrapped(Node node) {
        if (node instanceof ASTMathNode calculation) {
            return new Calculation(calculation, operator(calculation));
        }
        if (node instanceof ASTComparisonNode comparison) {
            return comparison(comparison);
        }
        if (node instanceof ASTNegateNode negation) {
            return new Negation(negation);
        }
        if (node instanceof ASTIntegerRange range) {
            return Container.of(range);
        }
        if (node instanceof ASTObjectArray list) {
            return Container.of(list);
        }
        return node instanceof ASTMap map ? Container.of(map) : null;
    }

    private static char operator(ASTMathNode node) {
        if (node instanceof ASTAddNode) {
            return '+';
        }
        if (node instanceof ASTMulNode) {
            return '*';
        }
        if (node instanceof ASTDivNode) {
            return '/';
        }
        return node instanceof ASTModNode ? '%' : '-';
    }

    private static SimpleNode comparison(ASTComparisonNode node) {
        if (node instanceof ASTEQNode || node instanceof ASTNENode) {
            return Comparison.equality(node, node instanceof ASTNENode);
        }
        if (node instanceof ASTGENode) {
            return Comparison.order(node, result -> result >= 0);
        }
        if (node instanceof ASTGTNode) {
            return Comparison.order(node, result -> result > 0);
        }
        return node instanceof ASTLENode
                ? Comparison.order(node, result -> result <= 0)
                : Comparison.order(node, result -> result < 0);
    }
}
