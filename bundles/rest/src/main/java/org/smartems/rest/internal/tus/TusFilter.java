// SPDX-License-Identifier: Apache-2.0
package org.smartems.rest.internal.tus;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.servlet.Filter;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.platform.authentication.Authentication;
import org.smartems.platform.authentication.Caller;
import org.smartems.platform.authentication.Role;
import org.smartems.platform.file.UploadLimits;
import org.smartems.platform.file.UploadRefused;
import org.smartems.platform.file.UploadRefused.Reason;
import org.smartems.platform.file.Uploads;
import org.smartems.rest.internal.error.Refusal;
import org.smartems.rest.internal.front.RestFilter;

/** Resumable uploads by the tus protocol 1.0.0, for administrators and operators. */
@Component(service = Filter.class, property = "smartems.front.path=/web/tus/upload")
public final class TusFilter extends RestFilter {

    static final String VERSION = "1.0.0";
    static final String ALGORITHMS = "sha1,sha256,md5";

    private static final String EXTENSIONS =
            "creation,creation-with-upload,creation-defer-length,termination,expiration,checksum,concatenation";
    private static final List<String> NEW = List.of("OPTIONS", "POST");
    private static final List<String> PRESENT = List.of("OPTIONS", "HEAD", "PATCH", "DELETE");
    private static final int VERSION_REFUSED = 412;
    private static final Map<Reason, Integer> STATUSES = new EnumMap<>(Map.ofEntries(
            Map.entry(Reason.INVALID, 400),
            Map.entry(Reason.NOT_FOUND, 404),
            Map.entry(Reason.EXPIRED, 410),
            Map.entry(Reason.WRONG_OFFSET, 409),
            Map.entry(Reason.JOINED, 403),
            Map.entry(Reason.LOCKED, 423),
            Map.entry(Reason.TOO_LARGE, 413),
            Map.entry(Reason.QUOTA, 413),
            Map.entry(Reason.TOO_MANY, 429),
            Map.entry(Reason.CHECKSUM, 460),
            Map.entry(Reason.NO_ROOM, 507)));

    private final Uploads uploads;

    /** Serves as long as both are there. */
    @Activate
    public TusFilter(@Reference Authentication authentication, @Reference Uploads uploads) {
        super(authentication);
        this.uploads = uploads;
    }

    @Override
    protected void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Tus-Resumable", VERSION);
        response.setHeader("Cache-Control", "no-store");
        try {
            serve(new TusRequest(request), response);
        } catch (UploadRefused e) {
            refuse(new Refusal(STATUSES.get(e.reason()), e.getMessage()), request, response);
        }
    }

    private void serve(TusRequest request, HttpServletResponse response) throws IOException {
        if (request.method().equals("OPTIONS")) {
            describe(response);
            return;
        }
        List<String> methods = request.token().isEmpty() ? NEW : PRESENT;
        if (!methods.contains(request.method())) {
            refuseMethod(methods, request.servlet(), response);
            return;
        }
        if (request.header("Tus-Resumable").filter(VERSION::equals).isEmpty()) {
            response.setHeader("Tus-Version", VERSION);
            refuse(new Refusal(VERSION_REFUSED, "Tus-Resumable: must be " + VERSION), request.servlet(), response);
            return;
        }
        TusCall call = new TusCall(uploads, uploader(request.servlet()), request, response);
        switch (request.method()) {
            case "POST" -> call.create();
            case "HEAD" -> call.tell();
            case "PATCH" -> call.append();
            default -> call.terminate();
        }
    }

    private void describe(HttpServletResponse response) {
        UploadLimits limits = uploads.limits();
        response.setHeader("Tus-Version", VERSION);
        response.setHeader("Tus-Extension", EXTENSIONS);
        response.setHeader("Tus-Max-Size", Long.toString(limits.bytes()));
        response.setHeader("Tus-Checksum-Algorithm", ALGORITHMS);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private long uploader(HttpServletRequest request) {
        Caller caller = caller(request);
        if (!caller.roles().contains(Role.ROLE_ADMIN) && !caller.roles().contains(Role.ROLE_SMARTEMS)) {
            throw new PlatformException(ErrorCategory.DENIED, "accessDenied", "accessDenied");
        }
        return caller.userId();
    }

    /** What is left of the body is not read: its client would send gigabytes for nothing. */
    @Override
    protected void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null) {
            response.setHeader("Connection", "close");
        }
        super.refuse(refusal, request, response);
    }
}
