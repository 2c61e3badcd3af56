// SPDX-License-Identifier: Apache-2.0

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Lists every third-party part of the distribution with its licence: jars, jars inside our bundles, npm packages.
 *
 * <p>java LicenceReport.java ASSEMBLY LOCAL_REPOSITORY LOCK_FILE CONFIG OUTPUT. Exit status 1 when a part has no known
 * licence or one that CONFIG does not allow.
 */
public final class LicenceReport {

    private static final String OWN_GROUP = "org.smartems";

    private final Path repository;
    private final Properties config = new Properties();
    private final Map<String, String> parts = new TreeMap<>();

    private LicenceReport(Path repository, Path config) throws IOException {
        this.repository = repository;
        try (InputStream in = Files.newInputStream(config)) {
            this.config.load(in);
        }
    }

    public static void main(String[] arguments) throws Exception {
        LicenceReport report = new LicenceReport(Path.of(arguments[1]), Path.of(arguments[3]));
        Path assembly = Path.of(arguments[0]);
        report.jars(assembly.resolve("system"));
        report.boot(assembly.resolve("lib"));
        report.npm(Path.of(arguments[2]));
        List<String> faults = report.faults();
        report.write(Path.of(arguments[4]));
        if (!faults.isEmpty()) {
            faults.forEach(System.err::println);
            System.err.println("Look the licence up and add it to " + arguments[3] + ".");
            System.exit(1);
        }
    }

    private void jars(Path system) throws Exception {
        try (Stream<Path> walk = Files.walk(system)) {
            for (Path jar : walk.filter(path -> path.toString().endsWith(".jar")).sorted().toList()) {
                Path version = jar.getParent();
                Path artifact = version.getParent();
                String group = system.relativize(artifact.getParent()).toString().replace('/', '.');
                if (group.equals(OWN_GROUP)) {
                    embedded(jar);
                } else {
                    add(group, artifact.getFileName().toString(), version.getFileName().toString(), Files.readAllBytes(jar));
                }
            }
        }
    }

    /** Jars that are not laid out as in a repository name themselves by their own pom.properties. */
    private void boot(Path lib) throws Exception {
        try (Stream<Path> walk = Files.walk(lib)) {
            for (Path jar : walk.filter(path -> path.toString().endsWith(".jar")).sorted().toList()) {
                named(jar.getFileName().toString(), Files.readAllBytes(jar));
            }
        }
    }

    private void embedded(Path bundle) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".jar")) {
                    named(entry.getName(), zip.readAllBytes());
                } else if (entry.getName().endsWith(".txz")) {
                    String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                    parts.put(name, config.getProperty("file." + name, ""));
                }
            }
        }
    }

    private void named(String name, byte[] jar) throws Exception {
        List<byte[]> properties = entries(jar, "META-INF/maven/.*/pom.properties");
        if (properties.isEmpty()) {
            parts.put(name, config.getProperty("file." + name.replaceAll(".*/", ""), ""));
            return;
        }
        // more than one: the jar holds other parts as well
        for (byte[] text : properties) {
            Properties pom = new Properties();
            pom.load(new ByteArrayInputStream(text));
            add(pom.getProperty("groupId"), pom.getProperty("artifactId"), pom.getProperty("version"), jar);
        }
    }

    private void add(String group, String artifact, String version, byte[] jar) throws Exception {
        String id = group + ":" + artifact;
        String licence = config.getProperty("maven." + id);
        if (licence == null) {
            licence = fromPom(group, artifact, version, 0);
        }
        if (licence.isEmpty()) {
            licence = manifestLicence(jar);
        }
        parts.put(id + ":" + version, licence);
    }

    private String fromPom(String group, String artifact, String version, int depth) throws Exception {
        Path pom = repository.resolve(group.replace('.', '/')).resolve(artifact).resolve(version)
                .resolve(artifact + "-" + version + ".pom");
        if (!Files.exists(pom) || depth > 8) {
            return "";
        }
        Element project = parse(Files.readAllBytes(pom)).getDocumentElement();
        List<String> names = new ArrayList<>();
        for (Element licences : children(project, "licenses")) {
            for (Element licence : children(licences, "license")) {
                text(licence, "name").or(() -> text(licence, "url")).ifPresent(names::add);
            }
        }
        if (!names.isEmpty()) {
            return String.join("; ", names);
        }
        for (Element parent : children(project, "parent")) {
            return fromPom(text(parent, "groupId").orElse(""), text(parent, "artifactId").orElse(""),
                    text(parent, "version").orElse(""), depth + 1);
        }
        return "";
    }

    private static String manifestLicence(byte[] jar) {
        List<byte[]> manifest = entries(jar, "META-INF/MANIFEST.MF");
        if (manifest.isEmpty()) {
            return "";
        }
        String text = new String(manifest.get(0), StandardCharsets.UTF_8).replace("\r", "").replace("\n ", "");
        Matcher licence = Pattern.compile("(?m)^Bundle-License: (.*)$").matcher(text);
        return licence.find() ? licence.group(1).trim() : "";
    }

    /** What the browser gets: the packages of the lock file that are not for development. */
    private void npm(Path lock) throws IOException {
        Pattern entry = Pattern.compile("(?s)\"node_modules/([^\"]+)\": \\{(.*?)\\n    \\}");
        Matcher matcher = entry.matcher(Files.readString(lock));
        while (matcher.find()) {
            String body = matcher.group(2);
            if (!body.contains("\"dev\": true") && !body.contains("\"optional\": true") && !body.contains("\"devOptional\": true")) {
                String name = matcher.group(1).replaceAll(".*node_modules/", "");
                parts.put("npm " + name + " " + member(body, "version"),
                        config.getProperty("npm." + name, member(body, "license")));
            }
        }
    }

    private static String member(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\": \"([^\"]*)\"").matcher(json);
        return matcher.find() ? matcher.group(1) : "";
    }

    private List<String> faults() {
        Pattern allowed = Pattern.compile(config.getProperty("allowed"), Pattern.CASE_INSENSITIVE);
        Pattern denied = Pattern.compile(config.getProperty("denied"), Pattern.CASE_INSENSITIVE);
        List<String> faults = new ArrayList<>();
        parts.forEach((part, licence) -> {
            if (licence.isBlank()) {
                faults.add("No known licence: " + part);
            } else if (choices(licence).noneMatch(name -> allowed.matcher(name).find() && !denied.matcher(name).find())) {
                faults.add("Licence not allowed: " + part + ": " + licence);
            }
        });
        return faults;
    }

    /** Who is given several licences may choose one; one that is allowed is enough. */
    private static Stream<String> choices(String licence) {
        return Stream.of(licence.split(";|(?i:\\s+or\\s+)")).map(name -> name.replaceAll("\\s+", " ").trim());
    }

    private void write(Path output) throws IOException {
        StringBuilder text = new StringBuilder("Third-party parts of this distribution and their licences\n\n");
        parts.forEach((part, licence) -> text.append(part).append("\n    ").append(licence.replaceAll("\\s+", " ")).append('\n'));
        TreeSet<String> licences = parts.values().stream().map(l -> l.replaceAll("\\s+", " ")).collect(Collectors.toCollection(TreeSet::new));
        text.append("\n").append(parts.size()).append(" parts, ").append(licences.size()).append(" ways to name a licence\n");
        Files.createDirectories(output.getParent());
        Files.writeString(output, text);
    }

    private static List<byte[]> entries(byte[] jar, String pattern) {
        List<byte[]> found = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().matches(pattern)) {
                    found.add(zip.readAllBytes());
                }
            }
        } catch (IOException e) {
            return found; // an inner archive that the JDK rejects
        }
        return found;
    }

    private static Document parse(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static Optional<String> text(Element parent, String name) {
        return children(parent, name).stream().findFirst().map(e -> e.getTextContent().trim()).filter(t -> !t.isEmpty());
    }
}
