// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.library;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.value.Bytes;
import org.smartems.twig.internal.value.Fault;

/** The filter {@code convert_encoding}. */
final class Encodings {

    private Encodings() {}

    static Object convert(Frame frame, Object[] arguments) {
        String text = Args.text(arguments, 0, "iconv");
        String to = Args.text(arguments, 1, "iconv");
        Charset target = charset(to);
        Charset source = charset(Args.text(arguments, 2, "iconv"));
        frame.run().charge(text.length() * 4L);
        try {
            CharBuffer characters = source.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(Bytes.of(text)));
            ByteBuffer bytes = target.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(lenient(to))
                    .encode(characters);
            byte[] encoded = new byte[bytes.remaining()];
            bytes.get(encoded);
            return Bytes.text(encoded);
        } catch (CharacterCodingException e) {
            frame.run().warn("iconv(): Detected an illegal character in input string");
            return false;
        }
    }

    private static CodingErrorAction lenient(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (upper.contains("//IGNORE")) {
            return CodingErrorAction.IGNORE;
        }
        return upper.contains("//TRANSLIT") ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT;
    }

    private static Charset charset(String name) {
        int options = name.indexOf("//");
        try {
            Charset charset = Charset.forName(options < 0 ? name : name.substring(0, options));
            if (charset.canEncode()) {
                return charset;
            }
            throw new UnsupportedCharsetException(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Fault.thrown("iconv(): Wrong encoding, \"" + name + "\" is not known");
        }
    }
}
