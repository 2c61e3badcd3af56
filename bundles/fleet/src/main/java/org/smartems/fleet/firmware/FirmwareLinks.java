// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.firmware;

import org.osgi.annotation.versioning.ProviderType;

/** Links by which devices get firmware files; nobody can make one up. Safe for use by many threads. */
@ProviderType
public interface FirmwareLinks {

    /** The path below which every link lies. */
    String PATH = "/df/";

    /**
     * Makes a link that is good for at least seven days. The same device gets the same link for an hour, so that it can
     * resume a download.
     *
     * @param baseUrl scheme, host and port, without a slash at the end
     * @param link what it is for
     * @return a URL of ASCII characters
     */
    String url(String baseUrl, FirmwareLink link);

    /**
     * Finds what a link leads to.
     *
     * @param token the segment of the path after {@link #PATH}
     * @param fileName the segment after it, decoded
     * @return the file
     * @throws org.smartems.api.error.PlatformException NOT_FOUND when it leads to nothing; its code, for the log, is
     *     one of {@code linkWrong}, {@code linkExpired}, {@code linkDeviceGone}, {@code linkFirmwareGone}
     * @throws org.smartems.persistence.DatabaseUnavailable while the database is away
     */
    FirmwareDownload open(String token, String fileName);
}
