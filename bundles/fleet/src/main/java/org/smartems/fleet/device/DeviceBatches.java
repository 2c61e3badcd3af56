// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.device;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.smartems.fleet.Scope;
import org.smartems.fleet.VariableType;
import org.smartems.platform.audit.Author;

/**
 * Changes of many devices, each with a few statements for all of them. Safe for use by many threads; joins the caller's
 * transaction.
 *
 * <p>Every method answers one result for each device that exists and is in the scope, in the order of the ids and each
 * once; others vanish. Input that is wrong for every device is a {@link org.smartems.api.error.ValidationException}.
 */
@ProviderType
public interface DeviceBatches {

    /** So many ids fit into one call. */
    int MOST = 10_000;

    /**
     * Which devices, and for whom.
     *
     * @param author who does it
     * @param scope what the author sees
     * @param ids of the devices, at most {@link #MOST}
     */
    record Selection(Author author, Scope scope, List<Long> ids) {

        /** Copies the ids. */
        public Selection {
            ids = List.copyOf(ids);
            if (ids.size() > MOST) {
                throw new IllegalArgumentException("at most " + MOST + " devices at once, not " + ids.size());
            }
        }
    }

    /**
     * Gives devices a variable; one of that name gets the value.
     *
     * @param devices which
     * @param name of the variable
     * @param value of the variable
     * @param type of the variable; when empty, one of that name keeps its own, and a new one is a text
     * @return one result each; an error where the name is predefined or the value is none of the type
     */
    List<DeviceResult> addVariable(Selection devices, String name, String value, Optional<VariableType> type);

    /**
     * Takes a variable away.
     *
     * @param devices which
     * @param name of the variable
     * @return one result each; skipped where there is none
     */
    List<DeviceResult> deleteVariable(Selection devices, String name);

    /**
     * Requests work, or no longer.
     *
     * @param devices which
     * @param flag what
     * @param on whether it is requested
     * @return one result each; skipped where the device gets it with every contact, an error where its type lacks it
     */
    List<DeviceResult> flag(Selection devices, WorkFlag flag, boolean on);

    /**
     * Gives access tags.
     *
     * @param devices which
     * @param tags ids, at least one
     * @return one result each; errors where a tag is not the author's to give
     */
    List<DeviceResult> addAccessTags(Selection devices, Set<Long> tags);

    /**
     * Takes access tags away.
     *
     * @param devices which
     * @param tags ids, at least one
     * @return one result each; errors where a tag is not the author's to take, or the author would lose the device
     */
    List<DeviceResult> deleteAccessTags(Selection devices, Set<Long> tags);

    /**
     * Gives labels.
     *
     * @param devices which
     * @param labels ids, at least one
     * @return one result each
     */
    List<DeviceResult> addLabels(Selection devices, Set<Long> labels);

    /**
     * Takes labels away.
     *
     * @param devices which
     * @param labels ids, at least one
     * @return one result each
     */
    List<DeviceResult> deleteLabels(Selection devices, Set<Long> labels);

    /**
     * Lets devices be handed work.
     *
     * @param devices which
     * @return one result each; skipped where it is enabled
     */
    List<DeviceResult> enable(Selection devices);

    /**
     * Hands no work to devices, and lets them log in with another credential.
     *
     * @param devices which
     * @return one result each; skipped where it is disabled
     */
    List<DeviceResult> disable(Selection devices);

    /**
     * Removes devices; their logs stay.
     *
     * @param devices which
     * @return one result each
     * @throws org.smartems.api.error.PlatformException DENIED to who is bound by access tags
     */
    List<DeviceResult> delete(Selection devices);

    /**
     * Gives devices a template, or takes it away.
     *
     * @param devices which
     * @param application how
     * @return one result each; errors where {@link Devices#apply} would be a CONFLICT
     */
    List<DeviceResult> apply(Selection devices, TemplateApplication application);
}
