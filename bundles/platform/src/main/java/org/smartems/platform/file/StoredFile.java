// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.file;

/**
 * A file that is kept.
 *
 * @param sha256 of its content, 64 lower-case hexadecimal digits: by it the file is found
 * @param md5 of its content, 32 lower-case hexadecimal digits, as devices check it
 * @param size in bytes
 */
public record StoredFile(String sha256, String md5, long size) {}
