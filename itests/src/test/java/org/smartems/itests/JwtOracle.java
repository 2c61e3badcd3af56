// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** OpenSSL judges the signature of an access token. */
@ExtendWith(SharedServer.class)
class JwtOracle {

    @TempDir
    private Path directory;

    @Test
    void theSignatureIsOfTheKeyThatTheTokenNames(Server server) throws Exception {
        String[] parts =
                Api.of(server).session("admin", server.password()).text("token").split("\\.");
        JsonNode header = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[0]));
        assertThat(header.get("alg").textValue()).isEqualTo("RS256");
        byte[] key = Database.embeddedIn(server)
                .value(
                        byte[].class,
                        "select public_key from platform_signing_key where kid = ?",
                        header.get("kid").textValue());
        Path der = Files.write(directory.resolve("key.der"), key);
        Path pem = directory.resolve("key.pem");
        Command.run("openssl", "pkey", "-pubin", "-inform", "DER", "-in", der.toString(), "-out", pem.toString())
                .requireSuccess();
        Path signature = Files.write(
                directory.resolve("signature"), Base64.getUrlDecoder().decode(parts[2]));

        assertThat(verify(pem, signature, parts[0] + "." + parts[1])
                        .requireSuccess()
                        .output())
                .contains("Verified OK");
        assertThat(verify(pem, signature, parts[0] + "." + parts[1] + "x").status())
                .isNotZero();
    }

    private Command verify(Path pem, Path signature, String signed) throws IOException {
        Path input = Files.write(directory.resolve("signed"), signed.getBytes(StandardCharsets.US_ASCII));
        return Command.run(
                "openssl",
                "dgst",
                "-sha256",
                "-verify",
                pem.toString(),
                "-signature",
                signature.toString(),
                input.toString());
    }
}
