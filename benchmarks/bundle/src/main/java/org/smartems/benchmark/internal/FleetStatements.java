// SPDX-License-Identifier: Apache-2.0
package org.smartems.benchmark.internal;

import java.lang.reflect.Field;
import java.util.Properties;
import org.smartems.fleet.checkin.CheckIns;

/**
 * The statements of a check-in, taken out of the classes that send them: what is measured beside the server is what the
 * server does, also after somebody has changed it.
 */
final class FleetStatements {

    private static final String PLACE = "org.smartems.fleet.internal.checkin.";

    private FleetStatements() {}

    /**
     * Looks them up.
     *
     * @return {@code read} of READ; {@code update} and {@code insert} of WRITE, which every report needs
     * @throws IllegalStateException when they are not where they were
     */
    static Properties all() {
        Properties statements = new Properties();
        statements.setProperty("read", text("DeviceReader", "BY_IDENTIFIER"));
        statements.setProperty("update", text("StateTable", "UPDATE"));
        statements.setProperty("insert", text("ContactRows", "INSERT"));
        return statements;
    }

    private static String text(String type, String constant) {
        try {
            Field field = Class.forName(PLACE + type, true, CheckIns.class.getClassLoader())
                    .getDeclaredField(constant);
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The check-in has no statement " + type + "." + constant, e);
        }
    }
}
