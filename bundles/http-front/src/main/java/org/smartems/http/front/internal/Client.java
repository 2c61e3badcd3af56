// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

/** Who made the request, and how that side addressed the server. */
record Client(String address, String scheme, Host host, boolean proxied) {}
