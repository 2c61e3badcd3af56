// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.recording;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.smartems.spi.procedure.CheckIn;
import org.smartems.spi.procedure.CommandReport;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceResponse;

/** An exchange in the form that {@code RecordedExchangesContract} of the artifact {@code testing} replays. */
final class ExchangeText {

    static final int LONGEST = 1 << 20;

    static final String TOO_LONG = "it is longer than 1 MiB";

    private static final Pattern MARK = Pattern.compile("[␍␊␀]");

    private final Exchange exchange;
    private final Masks masks;
    private final StringBuilder text = new StringBuilder();

    private ExchangeText(Exchange exchange, Masks masks) {
        this.exchange = exchange;
        this.masks = masks;
    }

    /**
     * The text of a file.
     *
     * @param more secrets that the exchange does not tell by itself
     * @throws Left when what is written would not be the same exchange, or hold a secret
     */
    static String of(Exchange exchange, Masks masks, Set<String> more) throws Left {
        String body = decoded(exchange.request().body());
        String answer = decoded(exchange.response().body());
        masks.add(more);
        masks.add(ExchangeSecrets.of(exchange, body, answer));
        String text = new ExchangeText(exchange, masks).write(body, answer);
        if (text.length() > LONGEST) {
            throw new Left(TOO_LONG);
        }
        if (masks.isIn(text)) {
            throw new Left("a secret is in a form that cannot be masked");
        }
        return text;
    }

    private String write(String body, String answer) throws Left {
        for (String line : SetupText.of(exchange)) {
            text.append("# @").append(line(line)).append('\n');
        }
        line(exchange.request().method() + " " + exchange.request().target());
        text.append(exchange.request().method())
                .append(' ')
                .append(line(exchange.request().target()))
                .append('\n');
        for (Map.Entry<String, String> header : exchange.request().headers().entrySet()) {
            text.append(header.getKey())
                    .append(": ")
                    .append(masks.apply(header.getValue().strip()))
                    .append('\n');
        }
        text.append('\n').append(block(body)).append('\n');
        DeviceResponse response = exchange.response();
        text.append("### answer\n").append(response.status()).append('\n');
        if (!response.contentType().isEmpty()) {
            text.append("Content-Type: ").append(response.contentType()).append('\n');
        }
        text.append('\n').append(block(answer)).append("\n### report\n");
        for (String fact : facts()) {
            text.append(line(fact)).append('\n');
        }
        return text.toString();
    }

    private List<String> facts() {
        List<String> facts = new ArrayList<>();
        exchange.report().ifPresent(report -> add(report, facts));
        facts.addAll(exchange.told());
        return facts;
    }

    private static void add(DeviceReport report, List<String> facts) {
        report.fields().forEach((field, value) -> facts.add(field.id() + " = " + value));
        report.firmwareVersions().forEach((slot, version) -> facts.add("firmwareVersion" + slot + " = " + version));
        report.configs().forEach((slot, config) -> facts.add("config" + slot + " = " + config));
        report.diagnoseData().ifPresent(data -> facts.add("diagnoseData = " + data));
        report.customData().ifPresent(data -> facts.add("customData = " + data));
        report.command().ifPresent(command -> facts.add("command = " + text(command)));
    }

    private static String text(CommandReport command) {
        return String.join(
                "|",
                command.name(),
                command.transactionId(),
                command.status().name(),
                command.errorCategory(),
                command.errorPid(),
                command.errorMessage());
    }

    /** A line break of the file after each line feed, unless what follows could be taken for a part of the file. */
    private String block(String content) throws Left {
        return line(content).replaceAll("␊(?!#|$)", "␊\n");
    }

    private String line(String content) throws Left {
        if (MARK.matcher(content).find()) {
            throw new Left("it holds a character that stands for another one in the file");
        }
        return masks.apply(content).replace("\r", "␍").replace("\n", "␊").replace("\0", "␀");
    }

    private static String decoded(byte[] body) throws Left {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Left("a body is not in UTF-8: " + e.getMessage());
        }
    }

    /** What the name of a file tells of the exchange. */
    static String title(Exchange exchange) {
        if (exchange.decision().isEmpty()) {
            return "refused";
        }
        CheckIn decision = exchange.decision().get();
        return decision.work()
                .map(work -> "work-" + work.kind() + (work.slot() > 0 ? work.slot() : ""))
                .orElse(decision.outcome().name())
                .toLowerCase(java.util.Locale.ROOT)
                .replace('_', '-');
    }
}
