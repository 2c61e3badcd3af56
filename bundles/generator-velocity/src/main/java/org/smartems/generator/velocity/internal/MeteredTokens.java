// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import java.io.StringReader;
import org.apache.velocity.runtime.parser.StandardParser;
import org.apache.velocity.runtime.parser.StandardParserTokenManager;
import org.apache.velocity.runtime.parser.Token;
import org.apache.velocity.runtime.parser.VelocityCharStream;

/** Reads a text word by word, and no longer than it may: some texts are read from their beginning again and again. */
final class MeteredTokens extends StandardParserTokenManager {

    private MeteredTokens(StandardParser parser) {
        super(parser, new VelocityCharStream(new StringReader(""), 1, 1));
    }

    static StandardParser under(StandardParser parser) {
        parser.token_source = new MeteredTokens(parser);
        return parser;
    }

    @Override
    public Token getNextToken() {
        Meter meter = Meter.current();
        // a single one may have taken long
        meter.checkTime();
        Token token = super.getNextToken();
        meter.at(token.beginLine);
        return token;
    }
}
