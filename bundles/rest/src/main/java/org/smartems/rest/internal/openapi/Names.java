// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import java.util.Locale;

/** Names made of paths: unique as long as method and path are. */
final class Names {

    private Names() {}

    /** {@code POST device/{id}/template/apply} becomes {@code postDeviceByIdTemplateApply}. */
    static String operation(String method, String path) {
        StringBuilder name = new StringBuilder(method.toLowerCase(Locale.ROOT));
        for (String segment : path.split("/")) {
            if (segment.startsWith("{")) {
                name.append("By").append(component(segment.substring(1, segment.length() - 1)));
            } else {
                name.append(component(segment));
            }
        }
        return name.toString();
    }

    /** {@code access-tag} becomes {@code AccessTag}. */
    static String component(String words) {
        StringBuilder name = new StringBuilder();
        for (String word : words.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return name.toString();
    }
}
