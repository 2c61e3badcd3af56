// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal;

import javax.ws.rs.core.Application;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsApplicationBase;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsName;

/** The one JAX-RS application of the system. */
@Component(service = Application.class)
@JaxrsName(ApiApplication.NAME)
@JaxrsApplicationBase("/web/api")
public final class ApiApplication extends Application {

    /** Its name, by which resources and extensions select it. */
    public static final String NAME = "smartems-api";

    /** Selects this application. */
    public static final String SELECT = "(osgi.jaxrs.name=" + NAME + ")";
}
