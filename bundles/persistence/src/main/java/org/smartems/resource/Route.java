// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * One call of the REST API: method, path, who may call it, what is sent and answered, and who handles it. Immutable;
 * each method answers a changed copy.
 *
 * <p>The engine checks permission and body before it calls the handler, within one transaction unless it is
 * {@link #outside}.
 */
public final class Route implements Cloneable {

    /** Handles a request within a transaction; called by many threads. */
    @FunctionalInterface
    public interface Handler {

        /**
         * Does what was asked.
         *
         * @param call permitted and checked
         * @return the answer
         */
        Result handle(Call call);
    }

    /** What is answered when all went well. */
    public enum Answer {
        /** The thing itself. */
        THING,
        /** A page of things. */
        PAGE,
        /** One result for each of many things. */
        BATCH,
        /** An array of {@code id} and {@code representation}, and what the route's answered fields add. */
        OPTIONS,
        /** An object of the route's answered fields. */
        OBJECT,
        /** A value as the route's one answered field has it: a text, an array of objects. */
        JSON,
        /** A file. */
        FILE,
        /** Nothing. */
        NOTHING
    }

    private String method;
    private String path;
    private Set<Permission> access = Set.of();
    private List<Field> inputs = List.of();
    private In inputMode = In.CREATE;
    private boolean bodyRead;
    private boolean outside;
    private Answer answer = Answer.JSON;
    private List<Field> answered = List.of();
    private String summary = "";
    private Resource resource;
    private String deny;
    private Handler handler;
    private EngineHandler engineHandler;

    /** What the engine does itself. */
    interface EngineHandler {
        Result handle(Engine engine, Route route, Call call);
    }

    private Route(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** A call that reads. */
    public static Route get(String path) {
        return new Route("GET", path);
    }

    /** A call that sends a body, which may be empty. */
    public static Route post(String path) {
        return new Route("POST", path);
    }

    /** A call that removes. */
    public static Route delete(String path) {
        return new Route("DELETE", path);
    }

    /** A call of another method with the same path and all else alike. */
    public Route by(String other) {
        return with(copy -> copy.method = other);
    }

    /** Allowed for these alone; without it for everybody who is logged in and has any permission. */
    public Route access(Permission... permissions) {
        return access(Set.of(permissions));
    }

    /** Allowed for these alone. */
    public Route access(Set<Permission> permissions) {
        return with(copy -> copy.access = Set.copyOf(permissions));
    }

    /** Takes a body with these members and no others. */
    public Route input(Field... fields) {
        return input(In.CREATE, Arrays.asList(fields));
    }

    /** Takes a body with those of the fields that may be sent then, and no others. */
    public Route input(In mode, List<Field> fields) {
        return with(copy -> {
            copy.inputs = List.copyOf(fields);
            copy.inputMode = mode;
        });
    }

    /** Reads the body itself. */
    public Route readsBody() {
        return with(copy -> copy.bodyRead = true);
    }

    /**
     * Handled outside of a transaction, after everything was checked in one: for what is slow, such as rendering or
     * hashing. What the handler changes it changes in transactions of its own, in which it checks again what may not
     * change in between.
     */
    public Route outside() {
        return with(copy -> copy.outside = true);
    }

    /** Answers this kind, with these fields where the kind has some; whether they have SQL makes no difference. */
    public Route answers(Answer kind, Field... fields) {
        return with(copy -> {
            copy.answer = kind;
            copy.answered = List.of(fields);
        });
    }

    /** What the call is for, in a few words. */
    public Route summary(String text) {
        return with(copy -> copy.summary = text);
    }

    /** Refused when the row's {@code deny} has a key. */
    public Route denied(String key) {
        return with(copy -> copy.deny = key);
    }

    /** Handled so. */
    public Route handle(Handler by) {
        return with(copy -> copy.handler = by);
    }

    Route of(Resource owner) {
        return with(copy -> {
            copy.resource = owner;
            copy.path = owner.name() + "/" + path;
            copy.access = access.isEmpty() ? owner.access() : access;
        });
    }

    Route handledBy(EngineHandler by) {
        return with(copy -> copy.engineHandler = by);
    }

    Result handle(Engine engine, Call call) {
        return engineHandler == null ? handler.handle(call) : engineHandler.handle(engine, this, call);
    }

    private Route with(java.util.function.Consumer<Route> change) {
        try {
            Route copy = (Route) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code GET}, {@code POST} or {@code DELETE}. */
    public String method() {
        return method;
    }

    /** Below the API's root, with parameters in braces: {@code device/{id}/enable}. */
    public String path() {
        return path;
    }

    /** Who may call it; empty for everybody with any permission. */
    public Set<Permission> access() {
        return access;
    }

    /** What may be sent. */
    public List<Field> inputs() {
        return inputs;
    }

    /** Whether what is sent makes or changes a thing. */
    public In inputMode() {
        return inputMode;
    }

    /** Whether the handler reads the body, whatever it holds. */
    public boolean isBodyRead() {
        return bodyRead;
    }

    boolean isOutside() {
        return outside;
    }

    /** What is answered. */
    public Answer answer() {
        return answer;
    }

    /** The fields of what is answered, where {@link #answer()} says so. */
    public List<Field> answered() {
        return answered;
    }

    /** What the call is for. */
    public String summary() {
        return summary;
    }

    /** The resource that it belongs to; null for a call of its own. */
    public Resource resource() {
        return resource;
    }

    /** The key of {@code deny} that refuses it; null when none does. */
    public String denied() {
        return deny;
    }
}
