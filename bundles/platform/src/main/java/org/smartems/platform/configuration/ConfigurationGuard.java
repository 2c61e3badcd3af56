// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.configuration;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.smartems.api.error.FieldError;

/**
 * An OSGi service of a domain whose data forbids some changes of the general configuration. The domain of the devices
 * refuses {@code routerIdentifier} with {@code validation.deviceExists} while there are routers and with
 * {@code validation.deviceTypeRequiredWithHasImsi} when no device type could be known by its IMSI, and
 * {@code configGeneratorTwig} with {@code validation.generatorUsed} while configs are written in it.
 */
@ConsumerType
@FunctionalInterface
public interface ConfigurationGuard {

    /**
     * What speaks against a change. Called in the transaction that makes it, with the configuration locked, on any
     * thread.
     *
     * @param present what is stored
     * @param wanted what breaks no rule of its own
     * @return one error for each field that cannot be so; empty when the change may be made
     */
    List<FieldError> refusals(GeneralConfiguration present, GeneralForm wanted);
}
