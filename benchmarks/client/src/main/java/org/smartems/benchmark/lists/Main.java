// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.lists;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.smartems.benchmark.Api;
import org.smartems.benchmark.Json;
import org.smartems.benchmark.Kept;
import org.smartems.benchmark.Machine;
import org.smartems.benchmark.Options;
import org.smartems.benchmark.Program;
import org.smartems.benchmark.Tls;
import org.smartems.testing.server.EmbeddedDatabase;

/** The program: measures a server that ./smartems has filled with devices. */
public final class Main {

    private static final String TAG = "Bench";
    private static final String TAGGED = "bench-tagged";

    private Main() {}

    /**
     * Exit status: 0; 1 when anything was answered in another way than expected; 2 for wrong words.
     *
     * @param words --home, --https, --postgres, --pid, --devices, --rounds, --commit, --result, --kept, each with its
     *     value
     */
    public static void main(String[] words) {
        Program.run(words, Main::run);
    }

    private static boolean run(Options options) throws IOException, InterruptedException, SQLException {
        Machine machine = Machine.here();
        Path home = Path.of(options.text("home"));
        int rounds = (int) options.number("rounds");
        int devices = (int) options.number("devices");
        SSLContext tls = Tls.context(home.resolve("etc/tls.p12"), home.resolve("etc/tls.password"));
        Prober.Users users = new Prober.Users(api(tls, options), api(tls, options));
        String admin =
                Files.readString(home.resolve("data/initial-admin-password")).strip();
        users.admin().login("admin", admin);
        long tag = tag(users.admin());
        String password = taggedUser(users.admin(), tag);
        Map<String, Object> settings = Program.settings(options);
        settings.put("devices", devices);
        settings.put("rounds", rounds);
        EmbeddedDatabase database = new EmbeddedDatabase(home, (int) options.number("postgres"));
        try (Floor floor = new Floor(database.source().getConnection())) {
            floor.tidy();
            List<ListCase> cases = Cases.all(devices, tag, Instant.now());
            Prober prober = new Prober(users, floor, options.number("pid"));
            Map<ListCase, List<Sample>> samples = new ListsBench(cases, prober, Program.ERR).run(rounds, () -> {
                users.admin().login("admin", admin);
                users.tagged().login(TAGGED, password);
            });
            ListsReport report = new ListsReport(machine, settings, samples);
            Program.OUT.print(report.table(Kept.read(Path.of(options.text("kept")))));
            Files.writeString(Path.of(options.text("result")), Json.write(report.members()));
            return areRight(samples, floor);
        }
    }

    private static Api api(SSLContext tls, Options options) {
        return new Api(tls, (int) options.number("https"));
    }

    private static long tag(Api admin) throws IOException, InterruptedException {
        Map<?, ?> page = Api.object(admin.post("accesstag/list", "{\"rowsPerPage\": 100}"));
        for (Object row : (List<?>) page.get("results")) {
            if (row instanceof Map<?, ?> tag && TAG.equals(tag.get("name"))) {
                return ((Number) tag.get("id")).longValue();
            }
        }
        throw new IOException("the server has no access tag " + TAG + ": bench:fill-devices makes it");
    }

    private static String taggedUser(Api admin, long tag) throws IOException, InterruptedException {
        String password = UUID.randomUUID().toString();
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("username", TAGGED);
        user.put("enabled", true);
        user.put("roleSmartems", true);
        user.put("accessTags", List.of(tag));
        user.put("plainPassword", password);
        user.put("plainPasswordRepeat", password);
        admin.post("user/create", Json.write(user));
        return password;
    }

    /** Whether what claims to be exact is. */
    private static boolean areRight(Map<ListCase, List<Sample>> samples, Floor floor) throws SQLException {
        boolean right = true;
        for (Map.Entry<ListCase, List<Sample>> entry : samples.entrySet()) {
            ListCase test = entry.getKey();
            if (test.kind().isPage() || test.kind() == ListCase.Kind.CSV) {
                long rows = floor.count(test.countSql());
                for (Sample sample : entry.getValue()) {
                    if (sample.answer().exact() && sample.answer().rows() != rows) {
                        Program.ERR.println(
                                test.label() + ": " + sample.answer().rows() + " rows told, there are " + rows);
                        right = false;
                    }
                }
            }
        }
        return right;
    }
}
