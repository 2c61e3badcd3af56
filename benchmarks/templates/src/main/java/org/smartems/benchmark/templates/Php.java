// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.templates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PHP's Twig with its compiled cache, in a process of its own. */
final class Php {

    private static final Path LIBRARY = Path.of("/usr/share/php/Twig/autoload.php");

    private final Path script;
    private final Path directory;
    private final int seconds;

    Php(Path script, Path directory, int seconds) {
        this.script = script;
        this.directory = directory;
        this.seconds = seconds;
    }

    static boolean isInstalled() {
        return Files.exists(LIBRARY) && Files.isExecutable(Path.of("/usr/bin/php"));
    }

    void prepare() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("router.twig"), RouterConfig.twig());
        Files.writeString(directory.resolve("router.json"), json(RouterConfig.variables()));
    }

    /** Measures it with options of PHP; what it renders has to be what was recorded. */
    Row measure(String name, String... options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("php"));
        words.addAll(List.of(options));
        words.addAll(List.of(script.toString(), directory + "/router.twig", directory + "/router.json"));
        words.addAll(List.of(directory + "/cache", String.valueOf(seconds)));
        Path rendered = directory.resolve("rendered.txt");
        Process process =
                new ProcessBuilder(words).redirectError(rendered.toFile()).start();
        String figures = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || !Files.readString(rendered).equals(RouterConfig.expected())) {
            throw new IOException("PHP's Twig renders something else: see " + rendered + "\n" + figures);
        }
        double renders = figure(figures, "renders");
        String label = "php-twig " + text(figures, "twig") + ", PHP " + text(figures, "php") + ", " + name;
        return new Row(label, renders / figure(figures, "seconds"), figure(figures, "cpuSeconds") * 1e6 / renders, -1);
    }

    private static double figure(String json, String name) {
        return Double.parseDouble(text(json, name));
    }

    private static String text(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"?([^,\"}]+)").matcher(json);
        return Optional.of(matcher).filter(Matcher::find).map(m -> m.group(1)).orElse("0");
    }

    private static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> members = new ArrayList<>();
            map.forEach((key, member) -> members.add(quoted(key.toString()) + ":" + json(member)));
            return "{" + String.join(",", members) + "}";
        }
        if (value instanceof Iterable<?> list) {
            List<String> elements = new ArrayList<>();
            list.forEach(element -> elements.add(json(element)));
            return "[" + String.join(",", elements) + "]";
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    private static String quoted(String text) {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
        return '"' + escaped.replace("\r", "\\r").replace("\n", "\\n") + '"';
    }
}
