// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What a request is answered with. */
public sealed interface Result {

    /** Nothing: 204. */
    static Result none() {
        return new None();
    }

    /** JSON: 200. */
    static Result json(JsonNode body) {
        return new Json(body);
    }

    /** It goes on after the answer: 202. */
    static Result accepted(String path, JsonNode state) {
        return new Accepted(path, state);
    }

    /** The thing of this resource as it is stored now, as the requester may see it: 200. */
    static Result thing(long id) {
        return new Thing(id, List.of());
    }

    /** The thing of this resource as it is stored now, but not all went well: 409, and what was done stays done. */
    static Result thing(long id, List<Message> messages) {
        return new Thing(id, messages);
    }

    /** A file that stays where it is: 200. */
    static Result content(Content content) {
        return content;
    }

    /** A file: 200. It is deleted after it was sent. */
    static Result file(Path file, String name, String mediaType) {
        return new Download(file, name, mediaType);
    }

    /** 204. */
    record None() implements Result {}

    /**
     * 200.
     *
     * @param body any JSON
     */
    record Json(JsonNode body) implements Result {}

    /**
     * 202.
     *
     * @param path of a GET below the root of the API that tells how it goes on
     * @param state what that answers now
     */
    record Accepted(String path, JsonNode state) implements Result {}

    /**
     * Before the answer it becomes {@link Json} or {@link Conflict}.
     *
     * @param id of the thing
     * @param messages what did not go well
     */
    record Thing(long id, List<Message> messages) implements Result {

        /** Copies the messages. */
        public Thing {
            messages = List.copyOf(messages);
        }
    }

    /**
     * 409.
     *
     * @param messages at least one
     * @param payload the thing as it is stored now
     */
    record Conflict(List<Message> messages, JsonNode payload) implements Result {}

    /**
     * 200, or 206 with a part; of routes below {@code download/} only.
     *
     * @param name that it is to be stored by
     * @param size in bytes
     * @param md5 checksum in hexadecimal digits
     * @param updatedAt not before the bytes were last changed
     * @param source opened for the answer, after the transaction
     */
    record Content(String name, long size, String md5, Instant updatedAt, Source source) implements Result {

        /** Opens a file. */
        @FunctionalInterface
        public interface Source {

            /**
             * Opens it.
             *
             * @return for the caller to close
             * @throws IOException when it is gone or cannot be read
             */
            FileChannel open() throws IOException;
        }
    }

    /**
     * 200.
     *
     * @param file temporary
     * @param name that it is to be stored by
     * @param mediaType of the file
     */
    record Download(Path file, String name, String mediaType) implements Result {}
}
