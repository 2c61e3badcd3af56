// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.file;

/**
 * A file that somebody has uploaded, now in the {@link FileStore}.
 *
 * @param fileName as the client called it, never to be used as a path; empty when it did not say
 * @param file what is kept
 */
public record Upload(String fileName, StoredFile file) {}
