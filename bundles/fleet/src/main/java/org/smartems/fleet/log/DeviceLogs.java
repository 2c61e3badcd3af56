// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.platform.audit.Author;

/**
 * Reads the logs of devices. Safe for use by many threads; each method reads in the current transaction or in one of
 * its own.
 *
 * <p>Every method fails with {@link org.smartems.persistence.DatabaseUnavailable} while the database is away.
 */
@ProviderType
public interface DeviceLogs {

    /** The most entries that one call answers. */
    int MOST = 10_000;

    /**
     * Contacts.
     *
     * @param filter which
     * @param limit at most so many, up to {@link #MOST}
     * @return the latest first
     */
    List<CheckInEntry> checkIns(LogFilter filter, int limit);

    /**
     * Lines of the communication log.
     *
     * @param filter which
     * @param limit at most so many, up to {@link #MOST}
     * @return the latest first, and of one contact the last first
     */
    List<CommunicationEntry> communication(LogFilter filter, int limit);

    /**
     * Commands.
     *
     * @param filter which; the level does not matter
     * @param limit at most so many, up to {@link #MOST}
     * @return the latest first
     */
    List<CommandEntry> commands(LogFilter filter, int limit);

    /**
     * The request or answer that is kept with a line of the communication log.
     *
     * @param id of the line
     * @param createdAt of the line
     * @return empty when there is none, or no such line any more
     */
    Optional<byte[]> communicationContent(long id, Instant createdAt);

    /**
     * A config that a device reported.
     *
     * @param id of the entry
     * @param createdAt of the entry
     * @return empty when there is no such entry any more
     */
    Optional<byte[]> configContent(long id, Instant createdAt);

    /**
     * Diagnose data that a device reported.
     *
     * @param id of the entry
     * @param createdAt of the entry
     * @return empty when there is no such entry any more
     */
    Optional<byte[]> diagnoseContent(long id, Instant createdAt);

    /**
     * Shows a content. Who looks at it is told to the log {@code org.smartems.secret}; whether that person may see the
     * entry is the caller's to know.
     *
     * @param author who looks at it
     * @param log which log
     * @param id of the entry
     * @return as a text; what is no UTF-8 is replaced
     * @throws org.smartems.api.error.PlatformException of category NOT_FOUND when there is no such entry any more, of
     *     category DENIED with a code such as {@code deny.communicationLog.noContent} when it has none
     */
    String show(Author author, ContentLog log, long id);
}
