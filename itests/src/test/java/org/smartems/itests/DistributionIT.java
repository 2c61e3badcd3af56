// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeatureState;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.Repository;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.karaf.options.LogLevelOption;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.smartems.testing.server.Ports;

/** The distribution from within. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class DistributionIT {

    private static final String PLUG_IN = "org.smartems.itests.plugin";

    @Inject
    private FeaturesService features;

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] container() throws IOException {
        Path unpacked = Distribution.TARGET.resolve("exam");
        Distribution.delete(unpacked);
        String repository = System.getProperty("local.repository");
        List<Option> options = new ArrayList<>(List.of(
                karafDistributionConfiguration()
                        .frameworkUrl(Distribution.archive().toUri().toString())
                        .name("Smart EMS")
                        .unpackDirectory(unpacked.toFile())
                        .useDeployFolder(false)
                        .runEmbedded(false),
                keepRuntimeFolder(),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                // the distribution asks no repository; the test's own bundles are in the one of the build
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.localRepository", repository),
                logLevel(LogLevelOption.LogLevel.INFO),
                CoreOptions.vmOption("-Xmx512m")));
        options.addAll(ports());
        options.addAll(modules());
        return options.toArray(Option[]::new);
    }

    /** The container, in which this class is as well, has no {@code Ports}, so that it is in no signature. */
    private static List<Option> ports() {
        Ports ports = Ports.free();
        return List.of(
                CoreOptions.vmOption("-Dsmartems.port.https=" + ports.https()),
                CoreOptions.vmOption("-Dsmartems.port.devices=" + ports.devices()),
                CoreOptions.vmOption("-Dsmartems.port.http=" + ports.http()),
                CoreOptions.vmOption("-Dsmartems.port.ssh=" + ports.ssh()),
                CoreOptions.vmOption("-Dsmartems.port.postgres=" + ports.postgres()));
    }

    /** As the start script has them; paths are relative to the container's directory. */
    private static List<Option> modules() throws IOException {
        List<Option> options = new ArrayList<>();
        Path dist = Distribution.directory();
        Matcher matcher = Pattern.compile("--add-(?:reads|exports|opens)[= ]\\S+|-Djdk\\.\\S+")
                .matcher(Files.readString(dist.resolve("bin/smartems-server")));
        while (matcher.find()) {
            options.add(CoreOptions.vmOption(matcher.group().replace(' ', '=')));
        }
        options.add(patch(dist, "java.base", "org.apache.karaf.specs.locator-*.jar"));
        options.add(patch(dist, "java.xml", "org.apache.karaf.specs.java.xml-*.jar"));
        return options;
    }

    private static Option patch(Path dist, String module, String jar) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(dist.resolve("lib/endorsed"), jar)) {
            Path path = dist.relativize(found.iterator().next());
            return CoreOptions.vmOption("--patch-module=" + module + "=" + path);
        }
    }

    @Test
    public void theEditionGetsReady() throws Exception {
        awaitReady();
        assertEquals(FeatureState.Started, features.getState("smart-ems/" + version("smart-ems")));
    }

    @Test
    public void everyBundleIsResolvedAndEveryStartedOneIsActive() throws Exception {
        awaitReady();
        for (Bundle bundle : context.getBundles()) {
            boolean fragment = bundle.getHeaders().get("Fragment-Host") != null;
            int state = fragment ? Bundle.RESOLVED : Bundle.ACTIVE;
            assertTrue(
                    bundle + " is in state " + bundle.getState(), (bundle.getState() & (state | Bundle.STARTING)) != 0);
        }
    }

    @Test
    public void everyFeatureCanBeInstalledAndRefreshesNothing() throws Exception {
        awaitReady();
        Set<String> all = new HashSet<>();
        for (Feature feature : ours().getFeatures()) {
            all.add(feature.getId());
        }
        assertTrue(all.toString(), all.size() > 5);
        try (BundleWatch watch = BundleWatch.of(context, DistributionIT::isCore)) {
            features.installFeatures(all, EnumSet.noneOf(FeaturesService.Option.class));
            watch.assertUntouched();
        }
        for (String feature : all) {
            assertEquals(feature, FeatureState.Started, features.getState(feature));
        }
        awaitReady();
    }

    @Test
    public void aPlugInRefreshesNothing() throws Exception {
        awaitReady();
        long logged = log().length();
        PlugIn plugIn = PlugIn.write(Files.createTempDirectory("plugin"), PLUG_IN);
        try (BundleWatch watch = BundleWatch.of(context, DistributionIT::isCore)) {
            features.addRepository(plugIn.features());
            features.installFeature(PLUG_IN, EnumSet.noneOf(FeaturesService.Option.class));
            assertEquals(Bundle.ACTIVE, installed(PLUG_IN).getState());
            assertNoRefresh(logged);
            features.uninstallFeature(PLUG_IN);
            features.removeRepository(plugIn.features());
            watch.assertUntouched();
        }
        assertNoRefresh(logged);
        awaitReady();
    }

    /** Whatever the edition consists of, and the libraries below it. */
    private static boolean isCore(Bundle bundle) {
        String name = String.valueOf(bundle.getSymbolicName());
        return Stream.of(
                                "org.smartems.",
                                "org.eclipse.persistence.",
                                "org.eclipse.jetty.",
                                "org.ops4j.pax.web.",
                                "org.apache.cxf.",
                                "org.apache.aries.j",
                                "org.postgresql.",
                                "com.fasterxml.jackson.",
                                "javax.persistence")
                        .anyMatch(name::startsWith)
                && !name.equals(PLUG_IN);
    }

    private Repository ours() throws Exception {
        return Arrays.stream(features.listRepositories())
                .filter(repository -> repository.getName().startsWith("smartems-"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no repository of ours"));
    }

    private String version(String feature) throws Exception {
        return features.getFeature(feature).getVersion();
    }

    private Bundle installed(String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not installed"));
    }

    /** The plug-in itself may be named, nothing else. */
    private static void assertNoRefresh(long from) throws IOException {
        String written = log().substring((int) from);
        assertTrue("the log tells what is installed: " + written, written.contains(PLUG_IN));
        boolean refreshing = false;
        for (String line : written.split("\n")) {
            String text = line.substring(line.lastIndexOf('|') + 1).strip();
            if (text.startsWith("Refreshing bundles")) {
                refreshing = true;
            } else if (refreshing && line.contains("FeaturesServiceImpl") && text.contains("/")) {
                assertTrue(text, text.startsWith(PLUG_IN));
            } else {
                refreshing = false;
            }
        }
    }

    private static String log() throws IOException {
        Path file = Path.of(System.getProperty("karaf.log"), "smartems.log");
        assertTrue(file + " is the log", Files.exists(file));
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static void awaitReady() throws Exception {
        int port = Integer.getInteger("smartems.port.https");
        assertFalse("the port is the one of the run", port == 8443);
        Http https = Http.overTls(port);
        String[] last = {""};
        Await.until(() -> "ready, but: " + last[0], () -> {
            try {
                Answer answer = https.get("/health/ready");
                last[0] = answer.body();
                return answer.status() == 200;
            } catch (IOException e) {
                last[0] = e.toString();
                return false;
            }
        });
    }
}
