// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

/**
 * Where the things are that a field refers to.
 *
 * @param resource the name of the list that they are in; empty when there is none
 * @param choices the path of a GET that answers all that may be chosen, as an array of objects with {@code id} and
 *     {@code representation}; a name in braces is that of a field of the same thing whose value takes its place; empty
 *     when there is none
 */
public record Target(String resource, String choices) {

    /** Offered by another call. */
    public Target offeredBy(String path) {
        return new Target(resource, path);
    }
}
