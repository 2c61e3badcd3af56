// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import javax.servlet.Filter;

/** Everything under a path goes to a filter. */
record Route(String path, Filter filter) {

    /** Property of the filter's service: one path or several. */
    static final String PATH = "smartems.front.path";
}
