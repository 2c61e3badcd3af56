// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.device;

import java.util.List;

/**
 * What came of applying a template.
 *
 * @param device as it is stored now
 * @param warnings message ids of what the template did not have
 */
public record Applied(DeviceView device, List<String> warnings) {}
