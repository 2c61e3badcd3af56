// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.recording;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.Work;
import org.smartems.spi.schema.Field;

/** Collects the secrets of an exchange from all that is said in it. */
final class ExchangeSecrets {

    private ExchangeSecrets() {}

    static Set<String> of(Exchange exchange, String body, String answer) {
        Set<String> secrets = new LinkedHashSet<>();
        if (!exchange.setting().password().isEmpty()) {
            secrets.add(exchange.setting().password());
        }
        exchange.request().headers().forEach((name, value) -> {
            if (Secrets.isNamed(name)) {
                secrets.add(value);
            }
        });
        exchange.setting().procedure().settings().fields().stream()
                .filter(Field::isSecret)
                .map(field -> exchange.setting().settings().values().get(field.name()))
                .filter(value -> value != null && !value.toString().isEmpty())
                .forEach(value -> secrets.add(value.toString()));
        texts(exchange, body, answer).forEach(text -> secrets.addAll(Secrets.in(text)));
        return secrets;
    }

    private static Stream<String> texts(Exchange exchange, String body, String answer) {
        Stream.Builder<String> texts = Stream.<String>builder()
                .add(body)
                .add(decoded(body))
                .add(answer)
                .add(exchange.request().target());
        exchange.report().ifPresent(report -> addTo(texts, report));
        exchange.decision().flatMap(decision -> decision.work()).ifPresent(work -> addTo(texts, work));
        exchange.setting().settings().values().values().forEach(value -> texts.add(value.toString()));
        return texts.build();
    }

    private static void addTo(Stream.Builder<String> texts, DeviceReport report) {
        report.configs().values().forEach(texts);
        report.diagnoseData().ifPresent(texts);
        report.customData().ifPresent(texts);
        report.command().ifPresent(command -> texts.add(command.errorMessage()));
    }

    private static void addTo(Stream.Builder<String> texts, Work work) {
        texts.add(work.config());
        work.firmware().ifPresent(firmware -> texts.add(firmware.url()));
    }

    /** A form's values are seen as the procedure sees them. */
    private static String decoded(String body) {
        try {
            return URLDecoder.decode(body, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
