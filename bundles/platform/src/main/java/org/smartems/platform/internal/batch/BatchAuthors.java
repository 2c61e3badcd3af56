// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.batch;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.smartems.platform.configuration.Configurations;
import org.smartems.platform.internal.user.UserEntity;
import org.smartems.platform.internal.user.UserStore;
import org.smartems.resource.Permission;
import org.smartems.resource.Requester;

/** What the people who asked for batches may do now. Needs a transaction. */
final class BatchAuthors {

    private final UserStore users;
    private final Configurations configurations;
    private final Clock clock;

    BatchAuthors(UserStore users, Configurations configurations, Clock clock) {
        this.users = users;
        this.configurations = configurations;
        this.clock = clock;
    }

    /** Empty for who is gone or disabled. */
    Optional<Requester> find(long user) {
        return users.find(user)
                .filter(known -> known.isEnabled(clock.instant()))
                .map(BatchAuthors::requester);
    }

    private static Requester requester(UserEntity user) {
        Set<String> roles = user.permissions().stream().map(Enum::name).collect(Collectors.toSet());
        return new Requester(user.id(), user.username(), Permission.ofRoles(roles));
    }

    /** In maintenance mode only administrators do anything. */
    boolean mustWait(Requester requester) {
        return configurations.general().maintenanceMode() && !requester.isAdmin();
    }
}
