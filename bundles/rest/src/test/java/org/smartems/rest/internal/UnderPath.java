// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/** As the front presents a request to the route of a path. */
public final class UnderPath extends HttpServletRequestWrapper {

    private final String path;

    public UnderPath(HttpServletRequest request, String path) {
        super(request);
        this.path = path;
    }

    @Override
    public String getServletPath() {
        return path;
    }

    @Override
    public String getPathInfo() {
        String rest = super.getPathInfo().substring(path.length());
        return rest.isEmpty() ? null : rest;
    }
}
