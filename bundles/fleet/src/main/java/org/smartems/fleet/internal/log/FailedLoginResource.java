// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.log;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.smartems.fleet.internal.devicetype.DeviceTypeShapes;
import org.smartems.fleet.internal.devicetype.PlugInOptions;
import org.smartems.resource.Field;
import org.smartems.resource.Permission;
import org.smartems.resource.Resource;
import org.smartems.resource.Resources;
import org.smartems.resource.Shape;

/** Failed attempts of devices to log in, in the REST API. */
@Component(service = Resources.class)
public final class FailedLoginResource implements Resources {

    private static final Shape ATTEMPT = Shape.of("fleet_failed_login l", "l.id", "l.username")
            .fields(
                    LogShapes.createdAt(),
                    Field.text("remoteHost", "l.remote_host").column(),
                    Field.text("url", "l.url").column(),
                    Field.text("userIdentifier", "l.username").column(),
                    LogShapes.deviceType(DeviceTypeShapes.BRIEF),
                    Field.enumeration("authenticationMethod", "l.authentication_method", List.of())
                            .target(PlugInOptions.METHODS)
                            .column());

    @Override
    public List<Resource> resources() {
        return List.of(Resource.of("devicefailedloginattempt", "DeviceFailedLoginAttempt", ATTEMPT)
                .access(Permission.ADMIN)
                .lastDays("createdAt", LogShapes.DAYS)
                .build());
    }
}
