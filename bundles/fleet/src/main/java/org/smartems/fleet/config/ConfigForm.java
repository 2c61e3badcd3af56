// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.config;

/**
 * A config as people fill it in; an empty text is a missing one.
 *
 * @param name unique within its device type and slot
 * @param generator id of the language that the content is written in
 * @param content the text, never trimmed, up to 1 MiB
 */
public record ConfigForm(String name, String generator, String content) {}
