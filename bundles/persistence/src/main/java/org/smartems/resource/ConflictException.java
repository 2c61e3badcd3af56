// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.util.List;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;

/** Something that is right as such cannot be done now, for reasons with parameters: 409, and nothing is stored. */
public final class ConflictException extends PlatformException {

    private static final long serialVersionUID = 1L;

    private final transient List<Message> messages;

    /**
     * A conflict.
     *
     * @param messages at least one
     */
    public ConflictException(List<Message> messages) {
        super(ErrorCategory.CONFLICT, messages.get(0).message(), messages.get(0).message());
        this.messages = List.copyOf(messages);
    }

    /**
     * Why.
     *
     * @return at least one
     */
    public List<Message> messages() {
        return messages;
    }
}
