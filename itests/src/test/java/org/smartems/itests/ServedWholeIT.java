// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whenever somebody asks the REST API, it gives the right answer or says that it is away. */
@ExtendWith(RestartedServer.class)
class ServedWholeIT {

    private static final String RESTART = "bundle:restart org.smartems.rest";
    private static final String REFRESH = "bundle:refresh org.smartems.rest";

    @Test
    void whileItComesAndGoes(Server server) throws Exception {
        Crowd crowd = new Crowd(server);
        for (String command : List.of(RESTART, REFRESH, RESTART)) {
            crowd.awaitAnswers();
            server.shell(command).requireSuccess();
            server.awaitReady();
            crowd.awaitAnswers();
        }
        crowd.assertRight();
    }
}
