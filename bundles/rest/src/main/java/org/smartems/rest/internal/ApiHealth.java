// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal;

import java.util.Arrays;
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

    /** The log in is named so that the check goes with it when it goes. */
    @Activate
    public ApiHealth(@Reference JaxrsServiceRuntime runtime, @Reference Authentication authentication) {
        this.runtime = runtime;
    }

    @Override
    public Health check() {
        boolean served = Arrays.stream(runtime.getRuntimeDTO().applicationDTOs).anyMatch(ApiHealth::servesLogin);
        return served ? Health.up() : Health.down("the REST API is starting");
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
