// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the public surface of compiled classes with the committed text, one file per package.
 *
 * <p>java ApiSurface.java CLASSES FILES [update]. Exit status 1 when they differ. Every type that is exported must say who
 * implements it, by ConsumerType or ProviderType, unless it is an enum or an exception.
 */
public final class ApiSurface {

    private ApiSurface() {}

    public static void main(String[] arguments) throws Exception {
        Path classes = Path.of(arguments[0]);
        Path files = Path.of(arguments[1]);
        boolean update = arguments.length > 2 && arguments[2].equals("update");
        Map<String, String> surface = surface(classes);
        if (update) {
            write(files, surface);
            return;
        }
        List<String> differences = differences(files, surface);
        if (!differences.isEmpty()) {
            differences.forEach(System.err::println);
            System.err.println("The public surface and " + files + " differ. If the change is meant, run");
            System.err.println("    mvn -pl bundles/core verify -Dapi=update");
            System.err.println("and commit the files with it.");
            System.exit(1);
        }
    }

    private static Map<String, String> surface(Path classes) throws Exception {
        Map<String, StringBuilder> packages = new TreeMap<>();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
                Stream<Path> walk = Files.walk(classes)) {
            List<String> names = walk.map(path -> classes.relativize(path).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("internal") && !name.contains("package-info"))
                    .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                    .sorted()
                    .toList();
            for (String name : names) {
                Class<?> type = loader.loadClass(name);
                if (Modifier.isPublic(type.getModifiers())) {
                    packages.computeIfAbsent(type.getPackageName(), key -> new StringBuilder()).append(describe(type, classes));
                }
            }
        }
        return packages.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toString(), (a, b) -> a, TreeMap::new));
    }

    private static String describe(Class<?> type, Path classes) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (isVisible(field.getModifiers()) && !field.isSynthetic()) {
                lines.add("    " + modifiers(field.getModifiers()) + field.getGenericType().getTypeName() + " " + field.getName());
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isVisible(constructor.getModifiers()) && !constructor.isSynthetic()) {
                lines.add("    " + modifiers(constructor.getModifiers()) + "new" + signature(constructor));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isVisible(method.getModifiers()) && !method.isSynthetic()) {
                String kind = method.isDefault() ? "default " : "";
                lines.add("    " + modifiers(method.getModifiers()) + kind + method.getGenericReturnType().getTypeName() + " "
                        + method.getName() + signature(method));
            }
        }
        lines.sort(null);
        return role(type, classes) + kind(type) + type.getName() + parents(type) + "\n"
                + lines.stream().map(line -> line + "\n").collect(Collectors.joining()) + "\n";
    }

    /** The markers are in the class file only, not visible at run time. */
    private static String role(Class<?> type, Path classes) throws IOException {
        if (type.isEnum() || Throwable.class.isAssignableFrom(type) || type.isAnnotation()) {
            return "";
        }
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        String file = new String(Files.readAllBytes(classes.resolve(outermost.getName().replace('.', '/') + ".class")),
                java.nio.charset.StandardCharsets.ISO_8859_1);
        if (file.contains("Lorg/osgi/annotation/versioning/ConsumerType;")) {
            return "@ConsumerType ";
        }
        if (file.contains("Lorg/osgi/annotation/versioning/ProviderType;")) {
            return "@ProviderType ";
        }
        throw new IllegalStateException(type.getName() + " says neither @ConsumerType nor @ProviderType");
    }

    private static String kind(Class<?> type) {
        String modifiers = Modifier.toString(type.getModifiers() & ~Modifier.INTERFACE & ~Modifier.ABSTRACT);
        String word = type.isAnnotation() ? "annotation " : type.isInterface() ? "interface " : type.isEnum() ? "enum " : "class ";
        String isAbstract = !type.isInterface() && Modifier.isAbstract(type.getModifiers()) ? "abstract " : "";
        return modifiers + " " + isAbstract + word;
    }

    private static String parents(Class<?> type) {
        List<String> parents = new ArrayList<>();
        if (type.getGenericSuperclass() != null && type.getGenericSuperclass() != Object.class) {
            parents.add(type.getGenericSuperclass().getTypeName());
        }
        Arrays.stream(type.getGenericInterfaces()).forEach(parent -> parents.add(parent.getTypeName()));
        return parents.isEmpty() ? "" : " : " + String.join(", ", parents);
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String modifiers(int modifiers) {
        return Modifier.toString(modifiers & (Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL)) + " ";
    }

    private static String signature(Executable executable) {
        String parameters = Arrays.stream(executable.getGenericParameterTypes())
                .map(java.lang.reflect.Type::getTypeName).collect(Collectors.joining(", ", "(", ")"));
        String exceptions = Arrays.stream(executable.getGenericExceptionTypes())
                .map(java.lang.reflect.Type::getTypeName).collect(Collectors.joining(", "));
        return exceptions.isEmpty() ? parameters : parameters + " throws " + exceptions;
    }

    private static void write(Path files, Map<String, String> surface) throws IOException {
        Files.createDirectories(files);
        try (Stream<Path> old = Files.list(files)) {
            for (Path file : old.filter(path -> path.toString().endsWith(".api")).toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, String> entry : surface.entrySet()) {
            Files.writeString(files.resolve(entry.getKey() + ".api"), entry.getValue().stripTrailing() + "\n");
        }
    }

    private static List<String> differences(Path files, Map<String, String> surface) throws IOException {
        List<String> found = new ArrayList<>();
        Map<String, String> committed = new TreeMap<>();
        if (Files.isDirectory(files)) {
            try (Stream<Path> list = Files.list(files)) {
                for (Path file : list.filter(path -> path.toString().endsWith(".api")).toList()) {
                    committed.put(file.getFileName().toString().replaceAll("\\.api$", ""), Files.readString(file));
                }
            }
        }
        for (Map.Entry<String, String> entry : surface.entrySet()) {
            compare(entry.getKey(), committed.remove(entry.getKey()), entry.getValue().stripTrailing() + "\n", found);
        }
        committed.keySet().forEach(name -> found.add("- package " + name));
        return found;
    }

    private static void compare(String name, String committed, String actual, List<String> found) {
        if (committed == null) {
            found.add("+ package " + name);
        } else if (!committed.equals(actual)) {
            List<String> before = committed.lines().toList();
            List<String> after = actual.lines().toList();
            before.stream().filter(line -> !after.contains(line)).forEach(line -> found.add("- " + name + " " + line.strip()));
            after.stream().filter(line -> !before.contains(line)).forEach(line -> found.add("+ " + name + " " + line.strip()));
            if (found.isEmpty()) {
                found.add("  " + name + ": order of lines");
            }
        }
    }
}
