// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.library;

import static org.smartems.twig.internal.run.Definition.of;

import java.util.List;
import org.smartems.twig.internal.run.Definition;
import org.smartems.twig.internal.run.Frame;
import org.smartems.twig.internal.text.CaseText;
import org.smartems.twig.internal.text.Escaper;
import org.smartems.twig.internal.text.JsonText;
import org.smartems.twig.internal.text.Sprintf;
import org.smartems.twig.internal.text.TagStripper;
import org.smartems.twig.internal.text.Trimming;
import org.smartems.twig.internal.text.UrlQuery;
import org.smartems.twig.internal.value.Convert;
import org.smartems.twig.internal.value.Fault;
import org.smartems.twig.internal.value.Markup;
import org.smartems.twig.internal.value.PhpArray;

/** Filters of texts. */
final class TextFilters {

    private static final int JSON_DEPTH = 512;

    private TextFilters() {}

    static List<Definition> all() {
        return List.of(
                of("upper", "", (frame, a) -> changed(frame, a, CaseText.upper(Args.text(a, 0, "mb_strtoupper")))),
                of("lower", "", (frame, a) -> changed(frame, a, CaseText.lower(Args.text(a, 0, "mb_strtolower")))),
                of(
                        "title",
                        "",
                        (frame, a) ->
                                changed(frame, a, CaseText.title(Args.text(a, 0, "mb_convert_case"), frame.run()))),
                of(
                        "capitalize",
                        "",
                        (frame, a) -> changed(frame, a, CaseText.capitalize(Args.text(a, 0, "mb_substr")))),
                of("trim", "character_mask? side?", TextFilters::trim),
                of("striptags", "allowable_tags?", TextFilters::striptags),
                of("nl2br", "", TextFilters::nl2br).safeFor("html").preEscaped("html"),
                of("spaceless", "", TextFilters::spaceless).safeFor("html").preEscaped("html"),
                of("replace", "from", Replacing::replace),
                of("format", "*", TextFilters::format),
                of("url_encode", "", TextFilters::urlEncode),
                of("json_encode", "flags? depth?", TextFilters::jsonEncode),
                of("convert_encoding", "to from", Encodings::convert),
                of("escape", "strategy? charset? autoescape?", TextFilters::escape),
                of("raw", "", (frame, a) -> a[0]).safeFor(Definition.ALL));
    }

    private static String changed(Frame frame, Object[] arguments, String text) {
        frame.run().chargeText(text.length());
        return text;
    }

    private static Object trim(Frame frame, Object[] arguments) {
        String text = Args.text(arguments, 0, "trim");
        String mask = Args.textOr(arguments, 1, Trimming.BLANKS, "trim");
        String side = Args.textOr(arguments, 2, "both", "trim");
        if (!List.of("both", "left", "right").contains(side)) {
            throw Fault.of("Trimming side must be \"left\", \"right\" or \"both\".");
        }
        frame.run().charge(text.length());
        String trimmed = Trimming.trim(text, mask, !side.equals("right"), !side.equals("left"));
        boolean markup = arguments[0] instanceof Markup && mask.equals(Trimming.BLANKS);
        return markup ? Markup.of(trimmed) : trimmed;
    }

    private static Object striptags(Frame frame, Object[] arguments) {
        String text = Args.text(arguments, 0, "strip_tags");
        frame.run().charge(text.length() * 2L);
        StringBuilder allowed = new StringBuilder();
        if (arguments[1] instanceof PhpArray names) {
            frame.run().step(names.size());
            for (Object name : names.values()) {
                allowed.append('<').append(Convert.text(name, frame.run())).append('>');
                frame.run().checkText(allowed.length());
            }
            frame.run().charge(allowed.length());
        } else {
            allowed.append(Args.text(arguments, 1, "strip_tags"));
        }
        return TagStripper.strip(text, allowed.toString());
    }

    private static Object nl2br(Frame frame, Object[] arguments) {
        String text = Args.text(arguments, 0, "nl2br");
        StringBuilder broken = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            boolean end = c == '\n' || c == '\r';
            broken.append(end ? "<br />" : "").append(c);
            if (end) {
                frame.run().checkText(broken.length());
            }
            if (end && next != c && (next == '\n' || next == '\r')) {
                broken.append(next);
                i++;
            }
        }
        frame.run().chargeText(broken.length());
        return broken.toString();
    }

    private static Object spaceless(Frame frame, Object[] arguments) {
        String text = Args.text(arguments, 0, "preg_replace");
        frame.run().charge(text.length() * 2L);
        StringBuilder tight = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            tight.append(c);
            i++;
            int next = i;
            while (c == '>' && next < text.length() && isBlank(text.charAt(next))) {
                next++;
            }
            if (next > i && next < text.length() && text.charAt(next) == '<') {
                i = next;
            } else if (next > i) {
                tight.append(text, i, next);
                i = next;
            }
        }
        return Trimming.trim(tight.toString(), Trimming.BLANKS, true, true);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static Object format(Frame frame, Object[] arguments) {
        String text = Sprintf.format(Args.text(arguments, 0, "sprintf"), arguments, frame.run());
        frame.run().chargeText(text.length());
        return text;
    }

    private static Object urlEncode(Frame frame, Object[] arguments) {
        if (arguments[0] instanceof PhpArray array) {
            return UrlQuery.of(array, frame.run());
        }
        String text = Args.text(arguments, 0, "rawurlencode");
        frame.run().chargeText(text.length() * 3L);
        return Escaper.url(text);
    }

    private static Object jsonEncode(Frame frame, Object[] arguments) {
        long flags = arguments[1] == null ? 0 : Args.integer(arguments[1]);
        Object json = JsonText.encode(arguments[0], flags, Args.integerOr(arguments, 2, JSON_DEPTH), frame.run());
        if (json instanceof String text) {
            frame.run().chargeText(text.length());
        }
        return json;
    }

    private static Object escape(Frame frame, Object[] arguments) {
        boolean automatic = Args.flag(arguments, 3);
        if (automatic && arguments[0] instanceof Markup) {
            return arguments[0];
        }
        return Escaper.escape(arguments[0], Args.textOr(arguments, 1, "html", "escape"), frame.run());
    }
}
