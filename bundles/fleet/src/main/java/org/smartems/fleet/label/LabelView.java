// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.label;

import org.smartems.fleet.History;

/**
 * A stored label.
 *
 * @param id of the label
 * @param name unique
 * @param history when and by whom
 */
public record LabelView(long id, String name, History history) {}
