// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.internal.value;

/** A value of this engine with properties and methods, such as a date. Never an object of the caller. */
public interface WithMembers extends Types.Named {

    /**
     * Whether it has a member.
     *
     * @param name of a property or method, also without {@code get}
     * @return false for any other name
     */
    boolean hasMember(String name);

    /**
     * Takes the value of a property or calls a method.
     *
     * @param name for which {@link #hasMember} says true
     * @param arguments of a method
     * @return a PHP value
     */
    Object member(String name, Object[] arguments);
}
