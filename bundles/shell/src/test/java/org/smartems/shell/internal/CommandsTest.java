// SPDX-License-Identifier: Apache-2.0
package org.smartems.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;
import org.smartems.persistence.encryption.EncryptionKeys;
import org.smartems.persistence.encryption.EncryptionKeys.DataKeyState;
import org.smartems.persistence.encryption.EncryptionKeys.MasterKeyState;
import org.smartems.persistence.information.DatabaseInformation;
import org.smartems.persistence.information.DatabaseInformation.Table;
import org.smartems.platform.audit.Author;
import org.smartems.platform.authentication.TokenKeys;
import org.smartems.platform.encryption.KeyRotation;
import org.smartems.platform.job.JobState;
import org.smartems.platform.job.Jobs;
import org.smartems.platform.user.UserState;
import org.smartems.platform.user.Users;
import org.smartems.shell.ListAction;
import org.smartems.shell.ShellAction;

class CommandsTest {

    private static final Instant MOMENT = Instant.parse("2026-01-02T03:04:05.678Z");

    private final Map<String, Object> services = new HashMap<>();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final List<String> done = new ArrayList<>();
    private final Bundle fleet = fake(Bundle.class, (method, arguments) -> {
        if (method.equals("getSymbolicName")) {
            return "org.example.fleet";
        }
        done.add(method);
        return null;
    });

    @Test
    void listsUsersAsATableAndAsJson() throws Exception {
        with(Users.class, (method, arguments) -> {
            assertThat(arguments).containsExactly("an", 50);
            return List.of(new UserState("an\u001bna", true, false, true, Optional.of(MOMENT)));
        });
        UserListCommand command = new UserListCommand();
        command.name = "an";
        assertThat(run(command)).contains("Last login", "an?na", "yes", "2026-01-02T03:04:05Z");
        assertThat(json(command))
                .isEqualTo("[{\"username\":\"an\\u001Bna\",\"enabled\":true,\"roleAdmin\":false,"
                        + "\"tooManyFailedLoginAttempts\":true,\"lastLoginAt\":\"2026-01-02T03:04:05Z\"}]\n");
        command.limit = 0;
        assertThatThrownBy(() -> run(command)).hasMessageContaining("--limit");
    }

    @Test
    void makesAnAdministratorOrSaysWhichFieldIsWrong() {
        with(Users.class, (method, arguments) -> {
            if (arguments[0].equals("taken")) {
                throw new ValidationException(List.of(FieldError.of("username", "validation.unique")));
            }
            return "pass-word";
        });
        UserCreateAdministratorCommand command = new UserCreateAdministratorCommand();
        command.username = "root";
        assertThat(run(command)).isEqualTo("Password of root (shown only now): pass-word\n");
        command.username = "taken";
        assertThatThrownBy(() -> run(command)).hasMessage("username: validation.unique");
    }

    @Test
    void showsAndRunsJobs() throws Exception {
        StringBuilder called = new StringBuilder();
        with(Jobs.class, (method, arguments) -> {
            if (method.equals("run")) {
                return called.append(arguments[0]);
            }
            return List.of(new JobState(
                    "clean", Optional.empty(), false, Optional.empty(), Optional.empty(), 2, Optional.of("no luck")));
        });
        assertThat(json(new JobListCommand())).contains("\"state\":\"failed\"", "\"failure\":\"no luck\"");
        JobRunCommand command = new JobRunCommand();
        command.job = "clean";
        assertThat(run(command)).contains("Job clean begins");
        assertThat(called).hasToString("clean");
    }

    @Test
    void showsKeysAndTables() throws Exception {
        TokenKeys.TokenKey key = new TokenKeys.TokenKey("k1", true, MOMENT, MOMENT, MOMENT);
        with(TokenKeys.class, (method, arguments) -> method.equals("all") ? List.of(key) : key);
        assertThat(json(new KeyListCommand())).contains("\"id\":\"k1\",\"signing\":true");
        assertThat(run(new KeyRotateCommand())).contains("key k1");
        with(
                DatabaseInformation.class,
                (method, arguments) -> List.of(new Table("fleet_log", 5L << 20, 7, 2, "fleet_log_1", "fleet_log_2")));
        assertThat(json(new DatabaseTablesCommand())).contains("\"mebibytes\":5,\"rows\":7,\"partitions\":2");
    }

    @Test
    void showsAndRotatesKeysOfEncryption() throws Exception {
        StringBuilder called = new StringBuilder();
        with(EncryptionKeys.class, (method, arguments) -> switch (method) {
            case "createMasterKey" -> "aa11";
            case "masterKeys" ->
                List.of(
                        new MasterKeyState("bb22", Optional.of(MOMENT), "/k"),
                        new MasterKeyState("aa11", Optional.empty(), "/k.aa11"));
            default -> List.of(new DataKeyState("platform_signing_key", 2, MOMENT, MOMENT));
        });
        with(KeyRotation.class, (method, arguments) -> {
            called.append(method).append(((Author) arguments[0]).name()).append(arguments[1]);
            return List.of("platform_signing_key");
        });
        assertThat(json(new MasterKeyListCommand()))
                .isEqualTo("[{\"fingerprint\":\"bb22\",\"usedSince\":\"2026-01-02T03:04:05Z\",\"file\":\"/k\"},"
                        + "{\"fingerprint\":\"aa11\",\"usedSince\":null,\"file\":\"/k.aa11\"}]\n");
        assertThat(run(new MasterKeyCreateCommand())).contains("smartems:master-key-rotate aa11");
        assertThat(run(new MasterKeyRotateCommand())).contains("wrapped by master key aa11");
        assertThat(json(new DataKeyListCommand())).contains("\"table\":\"platform_signing_key\",\"keys\":2");
        assertThat(run(new DataKeyRotateCommand())).contains("platform_signing_key", "within the hour");
        with(Jobs.class, (method, arguments) -> called.append(arguments[0]));
        DataKeyRotateCommand derived = new DataKeyRotateCommand();
        derived.derived = true;
        assertThat(run(derived)).contains("derived keys", "sealed anew: ");
        assertThat(called)
                .hasToString("rotateMasterKeyshellaa11rotateDataKeysshellfalse"
                        + "rotateDataKeysshelltrueplatform-resealing");
    }

    @Test
    void stopsNoBundleForOneThatDoesNotReplaceIt(@TempDir Path directory) throws Exception {
        BundleUpdateCommand command = new BundleUpdateCommand();
        command.name = "org.example.flet";
        command.url = directory.resolve("none.jar").toUri().toString();
        assertThatThrownBy(() -> run(command)).hasMessage("bundle: no bundle has this name: org.example.flet");
        command.name = "org.example.fleet";
        assertThatThrownBy(() -> run(command)).hasMessageStartingWith("url: cannot be read");
        Path file = Files.writeString(directory.resolve("text.jar"), "no archive");
        command.url = file.toUri().toString();
        assertThatThrownBy(() -> run(command)).hasMessage("url: no bundle");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "org.example.other;singleton:=true");
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
        assertThatThrownBy(() -> run(command)).hasMessage("url: another bundle: org.example.other");
        assertThat(done).isEmpty();
    }

    @Test
    void saysThatTheServerIsNotReady() {
        assertThatThrownBy(() -> run(new KeyRotateCommand())).hasMessageContaining("not ready");
    }

    private <S> void with(Class<S> type, BiFunction<String, Object[], Object> answers) {
        services.put(type.getName(), fake(type, answers));
    }

    private String json(ListAction command) throws Exception {
        set(command, "json", true);
        return run(command);
    }

    private String run(ShellAction command) {
        PrintStream console = new PrintStream(output, true, StandardCharsets.UTF_8);
        try {
            set(command, "context", fake(BundleContext.class, (method, arguments) -> switch (method) {
                case "getServiceReference" -> reference((Class<?>) arguments[0]);
                case "getBundles" -> new Bundle[] {fleet};
                case "getService" -> services.get(arguments[0].toString());
                default -> true;
            }));
            set(command, "session", fake(Session.class, (method, arguments) -> console));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
        output.reset();
        command.execute();
        return output.toString(StandardCharsets.UTF_8);
    }

    /** As Karaf does. */
    private static void set(Object command, String name, Object value) throws ReflectiveOperationException {
        for (Class<?> type = command.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    field.set(command, value);
                }
            }
        }
    }

    private ServiceReference<?> reference(Class<?> type) {
        boolean known = services.containsKey(type.getName());
        return known ? fake(ServiceReference.class, (method, arguments) -> type.getName()) : null;
    }

    private static <T> T fake(Class<T> type, BiFunction<String, Object[], Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                CommandsTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.apply(method.getName(), arguments)));
    }
}
