// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import org.smartems.fleet.firmware.FirmwareDownload;
import org.smartems.fleet.firmware.FirmwareLink;
import org.smartems.fleet.firmware.FirmwareLinks;

/** Links that say what they are for. */
final class FakeLinks implements FirmwareLinks {

    @Override
    public String url(String baseUrl, FirmwareLink link) {
        return baseUrl + PATH + link.device() + "-" + link.firmware() + (link.authenticated() ? "-login/" : "/")
                + link.fileName();
    }

    @Override
    public FirmwareDownload open(String token, String fileName) {
        throw new UnsupportedOperationException();
    }
}
