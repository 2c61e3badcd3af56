// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.openapi;

import java.util.Collection;
import java.util.stream.Collectors;

/** Tells people how to get a document. Holds nothing of it, no script and no style: everybody may read the page. */
final class Page {

    private static final String FRAME =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Smart EMS REST API</title></head>
            <body>
            <h1>Smart EMS REST API</h1>
            AREAS
            </body>
            </html>
            """;

    private static final String AREA =
            """
            <p>The description of the REST API for READERS is an OpenAPI document.
            Whoever has that role downloads it with an access token:</p>
            <pre>curl -OJ -H "Authorization: Bearer TOKEN" https://HOST/web/doc/AREA.yaml</pre>
            <p>The same is at <code>AREA.json</code> as JSON.
            <code>POST /web/api/authentication/login_check</code> with <code>username</code> and
            <code>password</code> answers a token.</p>
            """;

    private Page() {}

    static String of(Collection<Area> shown) {
        return FRAME.replace("AREAS", shown.stream().map(Page::section).collect(Collectors.joining()));
    }

    private static String section(Area area) {
        return AREA.replace("READERS", area.readers()).replace("AREA", area.id());
    }
}
