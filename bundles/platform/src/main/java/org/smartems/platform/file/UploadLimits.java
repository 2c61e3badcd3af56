// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.file;

/**
 * What may be uploaded.
 *
 * @param bytes of one upload
 * @param quota bytes that one user may have on their way at once
 * @param uploads that one user may have on their way at once
 */
public record UploadLimits(long bytes, long quota, int uploads) {}
