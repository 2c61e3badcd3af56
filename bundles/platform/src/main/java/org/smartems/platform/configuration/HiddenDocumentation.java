// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.configuration;

/**
 * Whose description of the REST API is switched off.
 *
 * @param admin that for administrators
 * @param smartems that for SMART EMS users
 * @param vpnSecuritySuite that for VPN users
 */
public record HiddenDocumentation(boolean admin, boolean smartems, boolean vpnSecuritySuite) {}
