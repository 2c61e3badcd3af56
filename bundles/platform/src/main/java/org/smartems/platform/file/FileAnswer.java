// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.file;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * A file of the store as the answer to GET or HEAD: whole or a part of it (RFC 9110 section 14), or that the client has
 * it already (section 13). No thread waits for a client that takes it slowly.
 *
 * @param name under which the client stores it
 * @param size in bytes
 * @param md5 checksum in hexadecimal digits; the bytes never change without it
 * @param updatedAt not before the bytes were last changed
 * @param content opens the file
 */
public record FileAnswer(String name, long size, String md5, Instant updatedAt, Content content) {

    private static final Pattern UNSAFE = Pattern.compile("[^\\x20-\\x7e]|[\"\\\\%]");

    /** Opens a file. */
    @FunctionalInterface
    public interface Content {

        /**
         * Opens it.
         *
         * @return for the caller to close
         * @throws IOException when it is gone or cannot be read
         */
        FileChannel open() throws IOException;
    }

    /** The client asks for a part that the file does not have: 416. */
    public static final class NoSuchPart extends Exception {

        private static final long serialVersionUID = 1L;

        private final String contentRange;

        NoSuchPart(long size) {
            super("The file has no such part");
            this.contentRange = "bytes */" + size;
        }

        /**
         * The value of the header Content-Range of the answer.
         *
         * @return with the size of the file
         */
        public String contentRange() {
            return contentRange;
        }
    }

    /** The file is gone, cannot be read, or is another one; nothing is answered yet. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String message, IOException cause) {
            super(message, cause);
        }
    }

    /**
     * Answers. The rest of a file is sent after this has returned; nobody else may touch the response then.
     *
     * @param request GET or HEAD, that can be served asynchronously
     * @param response nothing of it is sent yet
     * @throws NoSuchPart for the caller to answer
     * @throws Unreadable for the caller to answer and to log
     * @throws IOException when the client is away
     */
    public void send(HttpServletRequest request, HttpServletResponse response)
            throws NoSuchPart, Unreadable, IOException {
        FileValidators validators = FileValidators.of(this);
        if (validators.isKnown(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            response.setHeader("Cache-Control", "no-store");
            validators.describe(response);
            response.flushBuffer();
            return;
        }
        boolean isHead = request.getMethod().equals("HEAD");
        ByteRange range = isHead ? ByteRange.whole(size) : range(request, validators);
        FileChannel file = open();
        boolean streaming = false;
        try {
            describe(range, response);
            validators.describe(response);
            if (isHead) {
                response.flushBuffer();
            } else {
                FileStream.start(request.startAsync(), response.getOutputStream(), file, range);
                streaming = true;
            }
        } finally {
            if (!streaming) {
                file.close();
            }
        }
    }

    private ByteRange range(HttpServletRequest request, FileValidators validators) throws NoSuchPart {
        String asked = request.getHeader("Range");
        if (asked == null || !validators.isContinued(request)) {
            return ByteRange.whole(size);
        }
        Optional<ByteRange> range = ByteRange.of(asked, size);
        if (range.isEmpty()) {
            throw new NoSuchPart(size);
        }
        return range.get();
    }

    private void describe(ByteRange range, HttpServletResponse response) {
        response.setStatus(range.whole() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_PARTIAL_CONTENT);
        if (!range.whole()) {
            response.setHeader("Content-Range", range.contentRange(size));
        }
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", disposition());
        response.setContentType("application/octet-stream");
        response.setContentLengthLong(range.length());
    }

    private FileChannel open() throws Unreadable {
        try {
            FileChannel file = content.open();
            if (file.size() == size) {
                return file;
            }
            file.close();
        } catch (IOException e) {
            throw new Unreadable("The file cannot be read", e);
        }
        throw new Unreadable("The file has changed", null);
    }

    /** RFC 6266: a name in ASCII for old clients, and the whole one (RFC 8187). */
    private String disposition() {
        String simple = UNSAFE.matcher(name).replaceAll("_");
        String header = "attachment; filename=\"" + simple + '"';
        if (simple.equals(name)) {
            return header;
        }
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return header + "; filename*=UTF-8''" + encoded;
    }
}
