// SPDX-License-Identifier: Apache-2.0
package org.smartems.itests;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands one server to many classes, since a start takes longer than most tests. It is ready whenever it is handed. */
abstract class ServerOfTheRun implements ParameterResolver {

    private final String name;

    ServerOfTheRun(String name) {
        this.name = name;
    }

    private Server prepare() {
        try {
            return Server.prepared(name);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Server.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Server server = context.getRoot()
                .getStore(Namespace.create(ServerOfTheRun.class))
                .getOrComputeIfAbsent(name, key -> prepare(), Server.class);
        try {
            server.ensureReady();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return server;
    }
}
