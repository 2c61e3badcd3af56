// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import org.apache.velocity.exception.ResourceNotFoundException;
import org.apache.velocity.runtime.RuntimeServices;
import org.apache.velocity.runtime.resource.Resource;
import org.apache.velocity.runtime.resource.ResourceManager;

/** There are no files, class paths or addresses to load anything from. */
final class NoResources implements ResourceManager {

    @Override
    public void initialize(RuntimeServices services) {
        // nothing to set up
    }

    @Override
    public Resource getResource(String name, int type, String encoding) {
        throw new ResourceNotFoundException("There are no resources.");
    }

    @Override
    public String getLoaderNameForResource(String name) {
        return null;
    }
}
