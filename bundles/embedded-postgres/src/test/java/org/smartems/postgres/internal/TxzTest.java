// SPDX-License-Identifier: Apache-2.0
package org.smartems.postgres.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class TxzTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();
    private Path to;
    private XZOutputStream out;

    @BeforeEach
    void start() throws IOException {
        archive.reset();
        to = directory.resolve("to");
        out = new XZOutputStream(archive, new LZMA2Options(0));
    }

    @Test
    void filesDirectoriesAndLinksAreUnpacked() throws IOException {
        entry("bin", '5', "", "");
        entry("bin/program", '0', "", "text");
        entry("lib/a", '2', "../bin/program", "");
        unpack();
        assertThat(to.resolve("lib/a")).hasContent("text");
        assertThat(Files.isExecutable(to.resolve("bin/program"))).isTrue();
    }

    @Test
    void entriesOutsideAreRefused() throws IOException {
        assertRefused("../outside", '0', "");
        assertRefused("bin/../../outside", '0', "");
        assertRefused(directory.resolve("outside").toString(), '0', "");
        assertRefused("../outside", '5', "");
        assertRefused("link", '2', "../outside");
        assertRefused("link", '2', "/etc");
    }

    private void assertRefused(String name, char type, String target) throws IOException {
        start();
        entry(name, type, target, "");
        assertThatThrownBy(this::unpack).isInstanceOf(IOException.class).hasMessageContaining("outside");
        assertThat(directory.resolve("outside")).doesNotExist();
        Trees.delete(to);
    }

    @Test
    void aLinkMadeOfLinksDoesNotLeadOutside() throws IOException {
        entry("a/b", '5', "", "");
        entry("a/b/up", '2', "../..", "");
        entry("out", '2', "a/b/up/../x", "");
        entry("out/file", '0', "", "text");
        Files.createDirectory(directory.resolve("x"));
        assertThatThrownBy(this::unpack).isInstanceOf(IOException.class).hasMessageContaining("outside");
        assertThat(directory.resolve("x")).isEmptyDirectory();
    }

    @Test
    void otherTypesAndCutOffArchivesAreRefused() throws IOException {
        entry("device", '3', "", "");
        assertThatThrownBy(this::unpack).isInstanceOf(IOException.class).hasMessageContaining("unknown type");
        Trees.delete(to);
        start();
        out.write(header("file", '0', "", 10_000));
        assertThatThrownBy(this::unpack).isInstanceOf(IOException.class).hasMessageContaining("cut off");
    }

    private void unpack() throws IOException {
        out.finish();
        Txz.unpack(new ByteArrayInputStream(archive.toByteArray()), to);
    }

    private void entry(String name, char type, String target, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        out.write(header(name, type, target, bytes.length));
        out.write(bytes);
        out.write(new byte[(512 - bytes.length % 512) % 512]);
    }

    private static byte[] header(String name, char type, String target, int size) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 100, "0000755");
        put(header, 124, Integer.toOctalString(size));
        header[156] = (byte) type;
        put(header, 157, target);
        return header;
    }

    private static void put(byte[] header, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }
}
