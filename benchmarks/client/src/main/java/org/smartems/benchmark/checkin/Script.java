// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.checkin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements of a check-in as a script of pgbench: its parameters, arrays all of them, become expressions. What
 * differs from one device to the other is made by the database itself, everything else is a constant.
 */
final class Script {

    /** A sequence for ids of log rows. */
    static final String IDS = "bench_log_id";

    /** Parameters of a row source with the names of its columns, as the server writes it. */
    private static final Pattern SOURCE =
            Pattern.compile("unnest\\(((?:\\?::\\w+\\[], )*\\?::\\w+\\[])\\)( with ordinality)? \\w+ \\(([^)]*)\\)");

    private static final Pattern SETTING = Pattern.compile("\\s*set local .*", Pattern.DOTALL);

    private final Sql sql;
    private final Samples samples;
    private final int together;

    /**
     * The statements, as the server has them.
     *
     * @param read of READ
     * @param update states
     * @param insert contacts and lines
     */
    record Sql(String read, String update, String insert) {}

    /**
     * What the constants are made of.
     *
     * @param deviceType id
     * @param firstId of the devices
     * @param devices how many
     * @param identifier of device 0, which ends with six zeros
     * @param state a row of states by column, null where there is no value
     * @param contact a row of contacts
     * @param lines its lines
     */
    record Samples(
            long deviceType,
            long firstId,
            int devices,
            String identifier,
            Map<String, String> state,
            Map<String, String> contact,
            List<Map<String, String>> lines) {}

    /** For so many check-ins in one transaction. */
    Script(Sql sql, Samples samples, int together) {
        this.sql = sql;
        this.samples = samples;
        this.together = together;
    }

    /**
     * The text.
     *
     * @param clients each of them has devices of its own
     */
    String text(int clients) {
        int turns = Math.max(1, (samples.devices() - 1) / clients / together);
        StringBuilder text = new StringBuilder();
        text.append("\\set number 1 + (random(0, ")
                .append(turns - 1)
                .append(") * ")
                .append(clients)
                .append(" + :client_id) * ")
                .append(together)
                .append("\n\\set first :number + ")
                .append(samples.firstId())
                .append('\n');
        statements(text, sql.read(), this::device);
        text.append("\\startpipeline\nbegin;\n");
        statements(text, sql.update(), column -> state(column));
        String[] inserts = sql.insert().split(";");
        statements(text, inserts[0], column -> contact(column));
        statements(text, inserts[1], column -> line(column));
        return text.append("commit;\n\\endpipeline\n").toString();
    }

    /** Settings are left to those of the connection: the program prepares each statement by itself. */
    private void statements(StringBuilder text, String statements, UnaryOperator<String> expression) {
        Arrays.stream(statements.split(";"))
                .filter(statement -> !SETTING.matcher(statement).matches())
                .map(statement -> filled(statement, expression).replaceAll("\\s+", " "))
                .forEach(statement -> text.append(statement.strip()).append(";\n"));
    }

    private String filled(String statement, UnaryOperator<String> expression) {
        Matcher sources = SOURCE.matcher(statement);
        StringBuilder filled = new StringBuilder();
        while (sources.find()) {
            String[] parameters = sources.group(1).split(", ");
            String[] columns = sources.group(3).split(", ");
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] = expression.apply(columns[i]) + parameters[i].substring(1);
            }
            String source = sources.group().replace(sources.group(1), String.join(", ", parameters));
            sources.appendReplacement(filled, Matcher.quoteReplacement(source));
        }
        // a parameter that is no row source is the ids of the devices
        return sources.appendTail(filled).toString().replaceAll("\\?(?!\")", Matcher.quoteReplacement(ids()));
    }

    private String device(String column) {
        return switch (column) {
            case "device_type_id" -> same(Long.toString(samples.deviceType()), together);
            case "identifier" -> own(samples.identifier());
            default -> throw unknown(column);
        };
    }

    private String state(String column) {
        return switch (column) {
            case "device_id" -> ids();
            case "revision" ->
                "array(select r.revision from fleet_device_state r where r.device_id between :first and :first + "
                        + (together - 1) + " order by r.device_id)";
            case "seen_at" -> now(together);
            default -> own(value(samples.state(), column));
        };
    }

    private String contact(String column) {
        return switch (column) {
            case "id" -> newIds(together);
            case "device_id" -> ids();
            case "created_at" -> now(together);
            default -> own(value(samples.contact(), column));
        };
    }

    private String line(String column) {
        int lines = samples.lines().size();
        return switch (column) {
            case "id", "check_in_id" -> newIds(together * lines);
            case "device_id" ->
                "array(select d from generate_series(:first::int8, :first::int8 + " + (together - 1)
                        + ") d, generate_series(1, " + lines + "))";
            case "created_at" -> now(together * lines);
            default -> {
                String[] values = new String[together * lines];
                Arrays.setAll(values, i -> value(samples.lines().get(i % lines), column));
                yield literal(values);
            }
        };
    }

    private String ids() {
        return "array(select generate_series(:first::int8, :first::int8 + " + (together - 1) + "))";
    }

    /** Each device says of itself what device 0 says with its own number; else indexes would have to change. */
    private String own(String value) {
        for (String zero : List.of("0000000", "000000")) {
            boolean is = value != null && (zero.length() == 7 || value.equals(samples.identifier()));
            int at = is ? value.indexOf(zero) : -1;
            if (at >= 0) {
                return "array(select " + text(value.substring(0, at)) + " || lpad((:number + n)::text, "
                        + zero.length() + ", '0') || " + text(value.substring(at + zero.length()))
                        + " from generate_series(0, " + (together - 1) + ") n)";
            }
        }
        return same(value, together);
    }

    private static String text(String value) {
        StringBuilder text = new StringBuilder("E'");
        value.chars()
                .forEach(character -> text.append(
                        "'\\:;?".indexOf(character) < 0
                                ? Character.toString(character)
                                : String.format(Locale.ROOT, "\\u%04x", character)));
        return text.append('\'').toString();
    }

    private static String newIds(int number) {
        return "array(select nextval('" + IDS + "') from generate_series(1, " + number + "))";
    }

    private static String now(int number) {
        return "array_fill(now()::text, array[" + number + "])";
    }

    private static String same(String value, int number) {
        String[] values = new String[number];
        Arrays.fill(values, value);
        return literal(values);
    }

    /** An array. A colon would begin a variable, a semicolon end the statement. */
    static String literal(String... values) {
        StringBuilder text = new StringBuilder("E'{");
        for (String value : values) {
            text.append(text.length() > "E'{".length() ? "," : "");
            if (value == null) {
                text.append("NULL");
                continue;
            }
            text.append('"');
            value.chars().forEach(character -> append(text, (char) character));
            text.append('"');
        }
        return text.append("}'").toString();
    }

    private static void append(StringBuilder text, char character) {
        switch (character) {
            case '"' -> text.append("\\\\\"");
            case '\\' -> text.append("\\\\\\\\");
            case '\'', ':', ';', '?', '\n', '\r' -> text.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
            default -> text.append(character);
        }
    }

    private static String value(Map<String, String> row, String column) {
        if (!row.containsKey(column)) {
            throw unknown(column);
        }
        return row.get(column);
    }

    private static IllegalStateException unknown(String column) {
        return new IllegalStateException("the statements of a check-in have a column more: " + column);
    }
}
