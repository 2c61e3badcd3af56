// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Uploads to a server as one of its users, byte by byte as a test needs it. */
record Tus(Server server, String username, String password) {

    static final String ROOT = "/web/tus/upload";
    private static final String PIECE = "application/offset+octet-stream";

    Http http() throws IOException {
        return server.https().bearer(token()).with("Tus-Resumable", "1.0.0");
    }

    private String token() throws IOException {
        return Api.of(server).session(username, password).text("token");
    }

    /** The path of a new upload for a firmware. */
    String create(long length) throws IOException {
        Answer answer = http().with("Upload-Length", Long.toString(length))
                .with("Upload-Metadata", "filename " + base64("fw-9.9.9.bin") + ",purpose " + base64("firmware"))
                .send("POST", ROOT, "");
        if (answer.status() != 201) {
            throw new AssertionError("no upload: " + answer);
        }
        return answer.header("Location");
    }

    long offset(String path) throws IOException {
        Answer answer = http().send("HEAD", path, null);
        if (answer.status() != 200) {
            throw new AssertionError("no state: " + answer);
        }
        return Long.parseLong(answer.header("Upload-Offset"));
    }

    Answer append(String path, long offset, String bytes) throws IOException {
        return http().with("Upload-Offset", Long.toString(offset))
                .with("Content-Type", PIECE)
                .send("PATCH", path, bytes);
    }

    /** Announces a piece; its bytes are for the caller to send, who may break off anywhere. */
    Socket begin(String path, long offset, long length) throws IOException {
        int port = server.ports().https();
        Socket socket = new Tls().over(new Socket("127.0.0.1", port), port);
        String head = "PATCH " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTus-Resumable: 1.0.0\r\n"
                + "Authorization: Bearer " + token() + "\r\nContent-Type: " + PIECE + "\r\nUpload-Offset: " + offset
                + "\r\nContent-Length: " + length + "\r\n\r\n";
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    /** The first line of the answer on such a connection. */
    static String status(Socket socket) throws IOException {
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        return answer.isEmpty() ? "" : answer.substring(9, 12);
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
