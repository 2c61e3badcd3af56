// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.run;

/**
 * A block of a template.
 *
 * @param owner the template it was written in
 * @param body what it writes
 * @param line where it begins
 */
public record BlockRef(Unit owner, Stmt body, int line) {}
