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
        DeviceQueue queue = new DeviceQueue(members(DeviceQueueConfiguration.class, configuration));
        FrontFilter front = new FrontFilter(members(FrontConfiguration.class, configuration), queue);
        front.setDevices(devices, Map.of(HealthCheck.NAME, "devices"));
        return front;
    }

    private static <T> T members(Class<T> type, Map<String, Object> configuration) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> configuration.getOrDefault(method.getName(), method.getDefaultValue())));
    }
}
