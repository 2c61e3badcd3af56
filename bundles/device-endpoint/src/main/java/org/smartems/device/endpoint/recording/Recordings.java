// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.recording;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.platform.audit.Author;

/**
 * Records exchanges on this node as files that the contract tests of procedures replay. Secrets are masked, and what
 * cannot be masked is left out. Safe for use by many threads.
 *
 * <p>While nothing is recorded the contacts of devices pay nothing for it; otherwise files are written by a thread of
 * their own, and what it cannot keep up with is left out.
 */
@ProviderType
public interface Recordings {

    /**
     * Begins to record; the audit log tells of it first.
     *
     * @param author who does it
     * @param order what is recorded
     * @return the recording
     * @throws org.smartems.api.error.PlatformException of category NOT_FOUND for an unknown device type, CONFLICT when
     *     devices of the type are being recorded already or the directory exists, INTERNAL when it cannot be made
     * @throws org.smartems.persistence.DatabaseUnavailable while the database is away
     */
    Recording start(Author author, RecordingOrder order);

    /**
     * Ends a recording; what was said until then is written when this returns, or after five seconds given up.
     *
     * @param author who does it
     * @param deviceType id of the type
     * @return what was recorded
     * @throws org.smartems.api.error.PlatformException of category NOT_FOUND when none of the type is running
     */
    Recording stop(Author author, long deviceType);

    /**
     * The recordings of this node since it was started, at most the latest of each device type.
     *
     * @return by name of the device type
     */
    List<Recording> all();
}
