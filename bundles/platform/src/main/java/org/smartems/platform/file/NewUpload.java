// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.file;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * An upload that is announced.
 *
 * @param length in bytes; empty when the client will tell later
 * @param partial whether it is only a part, to be joined with others
 * @param purpose the only use that may be made of it; empty when the client does not say
 * @param fileName as the client calls it
 * @param metadata as the client sent it, for its own use
 */
public record NewUpload(
        OptionalLong length, boolean partial, Optional<String> purpose, String fileName, String metadata) {}
