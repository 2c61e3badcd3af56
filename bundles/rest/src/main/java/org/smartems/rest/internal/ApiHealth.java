// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal;

import java.util.Arrays;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.runtime.JaxrsServiceRuntime;
import org.osgi.service.jaxrs.runtime.dto.ApplicationDTO;
import org.osgi.service.jaxrs.runtime.dto.ResourceDTO;
import org.smartems.platform.authentication.Authentication;
import org.smartems.rest.internal.authentication.AuthenticationResource;
import org.smartems.spi.health.Health;
import org.smartems.spi.health.HealthCheck;

/** Up once the application serves its resources; before that, a request would meet 404. */
@Component(service = HealthCheck.class, immediate = true, property = HealthCheck.NAME + "=api")
public final class ApiHealth implements HealthCheck {

    private final JaxrsServiceRuntime runtime;
    private final ServiceReference<JaxrsServiceRuntime> reference;
    private volatile Seen seen = new Seen(null, false);

    /** What was found at a change count of the runtime; asking it on every request would cost too much. */
    private record Seen(Object changeCount, boolean served) {}

    /** The log in is named so that the check goes with it when it goes. */
    @Activate
    public ApiHealth(
            @Reference(name = "runtime") JaxrsServiceRuntime runtime,
            @Reference(name = "reference") ServiceReference<JaxrsServiceRuntime> reference,
            @Reference Authentication authentication) {
        this.runtime = runtime;
        this.reference = reference;
    }

    @Override
    public Health check() {
        Object changeCount = reference.getProperty(Constants.SERVICE_CHANGECOUNT);
        Seen last = seen;
        if (changeCount == null || !last.served() || !changeCount.equals(last.changeCount())) {
            boolean served =
                    Arrays.stream(runtime.getRuntimeDTO().applicationDTOs).anyMatch(ApiHealth::servesLogin);
            last = new Seen(changeCount, served);
            seen = last;
        }
        return last.served() ? Health.up() : Health.down("the REST API is starting");
    }

    private static boolean servesLogin(ApplicationDTO application) {
        return ApiApplication.NAME.equals(application.name)
                && application.resourceDTOs != null
                && Arrays.stream(application.resourceDTOs).anyMatch(ApiHealth::isLogin);
    }

    private static boolean isLogin(ResourceDTO resource) {
        return AuthenticationResource.NAME.equals(resource.name);
    }
}
