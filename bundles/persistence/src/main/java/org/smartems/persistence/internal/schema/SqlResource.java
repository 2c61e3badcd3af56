// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.schema;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.flywaydb.core.api.resource.LoadableResource;

/** One script. */
final class SqlResource extends LoadableResource {

    private final URL url;
    private final String path;
    private final String name;

    SqlResource(URL url, String path, String name) {
        this.url = url;
        this.path = path;
        this.name = name;
    }

    @Override
    public Reader read() {
        try {
            return new InputStreamReader(url.openStream(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String getAbsolutePath() {
        return path;
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return null;
    }

    @Override
    public String getFilename() {
        return name;
    }

    @Override
    public String getRelativePath() {
        return path;
    }
}
