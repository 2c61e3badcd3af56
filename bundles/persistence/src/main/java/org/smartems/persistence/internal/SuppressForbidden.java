// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lets the one place use what the static check forbids everywhere else. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface SuppressForbidden {

    /** Why this place may. */
    String value();
}
