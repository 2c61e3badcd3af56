// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An action on many rows at once: {@code POST name/batch/...}. Rows that the requester does not see are left out
 * without a word; rows for which the action is denied are skipped, with the reason. More than 500 are done in pieces of
 * 100 by a {@link BatchQueue}, the first of them within the call, so that its faults are answered at once.
 */
public final class Batch {

    /** Acts on many things within one transaction; more than once for a large batch. */
    @FunctionalInterface
    public interface Handler {

        /**
         * Acts.
         *
         * @param call with the further members of the body
         * @param ids seen by the requester and not denied, in order; at least one
         * @return one result for each, in any order
         */
        List<BatchResult> handle(Call call, List<Long> ids);
    }

    private final String path;
    private final String deny;
    private final Set<Permission> access;
    private final List<Field> inputs;
    private final Handler handler;

    private Batch(Builder builder, Handler handler) {
        path = builder.path;
        deny = builder.deny;
        access = Set.copyOf(builder.access);
        inputs = List.copyOf(builder.inputs);
        this.handler = handler;
    }

    /**
     * Begins a declaration.
     *
     * @param path behind {@code batch/}, such as {@code variable/add}
     * @return to be completed
     */
    public static Builder of(String path) {
        return new Builder(path);
    }

    String deny() {
        return deny;
    }

    List<BatchResult> handle(Call call, List<Long> ids) {
        return handler.handle(call, ids);
    }

    Route route(Resource owner) {
        List<Field> body = new ArrayList<>(inputs);
        body.add(Field.json("ids", null).label("Ids").required().input(In.CREATE));
        body.add(Field.json("sorting", null).label("Sorting").input(In.CREATE));
        return Route.post("batch/" + path)
                .access(access)
                .input(In.CREATE, body)
                .answers(Route.Answer.BATCH)
                .summary("For many: " + Labels.of(path.replace('/', ' ')))
                .handledBy((engine, route, call) -> new Batches(engine, this, route).run(call))
                .of(owner);
    }

    /** Collects a declaration. */
    public static final class Builder {

        private final String path;
        private String deny;
        private Set<Permission> access = Set.of();
        private final List<Field> inputs = new ArrayList<>();

        private Builder(String path) {
            this.path = path;
        }

        /** Rows whose {@code deny} has a key are skipped. */
        public Builder denied(String key) {
            deny = key;
            return this;
        }

        /** Allowed for these; without it for whoever sees the list. */
        public Builder access(Set<Permission> permissions) {
            access = permissions;
            return this;
        }

        /** Takes further members. */
        public Builder input(Field... fields) {
            for (Field field : fields) {
                inputs.add(field.input(In.CREATE));
            }
            return this;
        }

        /** Ends the declaration. */
        public Batch handle(Handler handler) {
            return new Batch(this, handler);
        }
    }
}
