// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.http;

import java.io.IOException;

/** Takes the body of a successful answer while it arrives. */
@FunctionalInterface
public interface BodySink {

    void accept(Response head, byte[] bytes, int offset, int length) throws IOException;
}
