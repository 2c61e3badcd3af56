// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What the installer can set; lists are separated by commas. */
@ObjectClassDefinition(
        name = "HTTP front",
        description = "Rules that every HTTP request passes before anything is served")
public @interface FrontConfiguration {

    String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types 'none'";

    @AttributeDefinition(description = "Address under which people reach the server, such as https://ems.example.org")
    String publicUrl() default "";

    @AttributeDefinition(description = "Host names that are served; empty: any")
    String[] allowedHosts() default {};

    @AttributeDefinition(description = "Addresses and networks (CIDR) of proxies whose forwarding headers are believed")
    String[] trustedProxies() default {};

    @AttributeDefinition(
            description = "Which headers the trusted proxies set: x-forwarded (X-Forwarded-For, -Proto, -Host) or"
                    + " forwarded (RFC 7239); the others are what a client made up")
    String proxyHeaders() default "x-forwarded";

    @AttributeDefinition(description = "Header Content-Security-Policy; empty: none")
    String contentSecurityPolicy() default CONTENT_SECURITY_POLICY;

    @AttributeDefinition(description = "Origins whose pages may call the REST API, such as https://portal.example.org")
    String[] corsAllowedOrigins() default {};

    @AttributeDefinition(description = "Seconds in the header Strict-Transport-Security; 0: no such header")
    long hstsMaxAge() default 31_536_000;

    @AttributeDefinition(description = "Serve device routes on the plain HTTP port")
    boolean devicesOverHttp() default false;

    @AttributeDefinition(description = "Health checks without which the server is not ready")
    String[] requiredChecks() default {};

    @AttributeDefinition(description = "Largest body of a REST request, in bytes")
    long restBodyBytes() default 16L << 20;

    @AttributeDefinition(description = "Largest body of a list or export request, in bytes")
    long listBodyBytes() default 1L << 20;

    @AttributeDefinition(description = "Largest body of a device's request, in bytes")
    long deviceBodyBytes() default 8L << 20;

    @AttributeDefinition(description = "Bytes a second below which a body is refused; 0: no limit")
    long minimumRequestDataRate() default 256;

    @AttributeDefinition(description = "Port to which plain HTTP is redirected while there is no publicUrl")
    int httpsPort() default 8443;
}
