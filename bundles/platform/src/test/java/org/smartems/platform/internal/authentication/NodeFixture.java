// SPDX-License-Identifier: Apache-2.0
package org.smartems.platform.internal.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.smartems.platform.authentication.Session;
import org.smartems.platform.internal.DatabaseFixture;

/** A node, and the possibility of more. */
abstract class NodeFixture extends DatabaseFixture {

    @TempDir
    Path folder;

    Node node;

    @BeforeEach
    void start() {
        node = anotherNode();
    }

    Node anotherNode() {
        return new Node(transactions, unit, encryption, folder, clock);
    }

    /** Neither its access token nor its refresh token is good for anything any more. */
    void assertEnded(Session session) {
        assertRefused("expiredToken", () -> node.caller(session));
        assertRefused("refreshTokenUnknown", () -> node.refresh(session));
    }

    void assertAlive(Session session) {
        assertThat(node.refresh(session).refreshToken()).isNotEqualTo(session.refreshToken());
    }
}
