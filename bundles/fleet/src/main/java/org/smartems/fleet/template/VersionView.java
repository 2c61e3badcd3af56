// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.template;

import org.smartems.fleet.History;

/**
 * A stored template version.
 *
 * @param id of the version
 * @param template id of its template
 * @param type how far it is
 * @param values what was filled in
 * @param history when and by whom
 */
public record VersionView(long id, long template, VersionType type, VersionForm values, History history) {}
