// SPDX-License-Identifier: Apache-2.0
package org.smartems.http.front.internal;

import java.lang.reflect.Proxy;
import java.util.Map;
import javax.servlet.Filter;
import org.smartems.spi.health.HealthCheck;

/** The real front before a service for devices; its bind methods are its own business. */
public final class FrontAccess {

    private FrontAccess() {}

    public static Filter before(Filter devices, Map<String, Object> configuration) {
        FrontConfiguration members = (FrontConfiguration) Proxy.newProxyInstance(
                FrontConfiguration.class.getClassLoader(),
                new Class<?>[] {FrontConfiguration.class},
                (proxy, method, arguments) -> configuration.getOrDefault(method.getName(), method.getDefaultValue()));
        FrontFilter front = new FrontFilter(members);
        front.setDevices(devices, Map.of(HealthCheck.NAME, "devices"));
        return front;
    }
}
