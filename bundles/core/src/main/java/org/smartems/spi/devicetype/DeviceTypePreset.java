// SPDX-License-Identifier: Apache-2.0
package org.smartems.spi.devicetype;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Device types that a plug-in brings along; register it as a service. */
@ConsumerType
public interface DeviceTypePreset {

    /**
     * The device types. Each is made once, when its key is first seen; what people change or delete later stays so.
     *
     * @return in the order in which they are made
     */
    List<PredefinedDeviceType> deviceTypes();
}
