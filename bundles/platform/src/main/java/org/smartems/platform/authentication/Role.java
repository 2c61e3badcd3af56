// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.authentication;

/** What a caller may do; the names are those of the REST API. */
public enum Role {
    /** Everybody who is logged in. */
    ROLE_USER,
    /** May do nothing but set a new password. */
    ROLE_CHANGEPASSWORDREQUIRED,
    /** Administrator. */
    ROLE_ADMIN,
    /** Operator of devices. */
    ROLE_SMARTEMS,
    /** May reach devices over the VPN. */
    ROLE_VPN,
    /** May manage the endpoint devices behind a device. */
    ROLE_VPN_ENDPOINTDEVICES
}
