// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.checkin;

/**
 * Failed attempts of a device to log in.
 *
 * @param address that it came from
 * @param url path that was called, without the query
 * @param username that was tried, cut to 255 characters
 * @param deviceType id of the type whose route was called
 * @param authenticationMethod that was tried
 */
public record FailedLogin(String address, String url, String username, long deviceType, String authenticationMethod) {}
