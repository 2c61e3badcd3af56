// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.firmware;

/**
 * A file on another server.
 *
 * @param url http or https
 * @param md5 32 hexadecimal digits
 */
public record ExternalFile(String url, String md5) {}
