// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.recording;

import java.nio.file.Path;
import org.smartems.device.endpoint.recording.RecordingOrder;
import org.smartems.platform.audit.Author;

/** Is told of every recording before it begins. */
@FunctionalInterface
interface RecordingTrail {

    void started(Author author, String type, RecordingOrder order, Path directory);
}
