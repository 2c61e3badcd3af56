// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.file;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far an upload has come.
 *
 * @param token by which its user reaches it
 * @param length in bytes; empty while it is not known
 * @param offset bytes that are kept, whatever happens to the server
 * @param partial whether it is a part, to be joined with others
 * @param parts of what it was made, as the client named them; empty unless it was joined
 * @param metadata as the client sent it
 * @param expiresAt when it will be gone, finished or not
 */
public record UploadState(
        String token,
        OptionalLong length,
        long offset,
        boolean partial,
        Optional<String> parts,
        String metadata,
        Instant expiresAt) {}
