// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Authentication on the server's side, written apart from the device's: Basic, and Digest with counted nonces. */
public final class Guard {

    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^\\s,\"]+))");

    private final String user;
    private final String password;
    private final boolean digest;
    private final Map<String, AtomicInteger> nonces = new ConcurrentHashMap<>();
    private volatile String qop = ", qop=\"auth\"";

    private Guard(String user, String password, boolean digest) {
        this.user = user;
        this.password = password;
        this.digest = digest;
    }

    public static Guard digest(String user, String password) {
        return new Guard(user, password, true);
    }

    public static Guard basic(String user, String password) {
        return new Guard(user, password, false);
    }

    /** Every nonce is stale from now on. */
    public void expireNonces() {
        nonces.clear();
    }

    public void offerNoQop() {
        qop = "";
    }

    /** The challenge, or empty when the request may pass. */
    String judge(Received request) {
        String header = request.header("authorization").orElse("");
        if (!digest) {
            byte[] pair = (user + ':' + password).getBytes(UTF_8);
            boolean right = header.equals("Basic " + Base64.getEncoder().encodeToString(pair));
            return right ? "" : "Basic realm=\"Secured device Area\"";
        }
        if (!header.startsWith("Digest ")) {
            return challenge(false);
        }
        Map<String, String> given = parameters(header);
        AtomicInteger last = nonces.get(given.get("nonce"));
        if (!given.get("response").equals(response(request, given))) {
            return challenge(false);
        }
        return last != null && fresh(given, last) ? "" : challenge(true);
    }

    private static boolean fresh(Map<String, String> given, AtomicInteger last) {
        if (!given.containsKey("nc")) {
            return true;
        }
        int count = Integer.parseInt(given.get("nc"), 16);
        return last.getAndUpdate(before -> Math.max(before, count)) < count;
    }

    private String challenge(boolean stale) {
        String nonce = UUID.randomUUID().toString();
        nonces.put(nonce, new AtomicInteger());
        return "Digest realm=\"Router Area\", nonce=\"" + nonce + "\"" + qop + ", algorithm=MD5, opaque=\"a, b\""
                + (stale ? ", stale=\"true\"" : "");
    }

    private String response(Received request, Map<String, String> given) {
        String secret = md5(user + ":Router Area:" + password);
        String asked = md5(request.method() + ':' + given.get("uri"));
        boolean right = user.equals(given.get("username"))
                && request.target().equals(given.get("uri"))
                && "a, b".equals(given.get("opaque"));
        String middle = given.containsKey("qop")
                ? given.get("nonce") + ':' + given.get("nc") + ':' + given.get("cnonce") + ':' + given.get("qop")
                : given.get("nonce");
        return right ? md5(secret + ':' + middle + ':' + asked) : "never";
    }

    private static Map<String, String> parameters(String header) {
        Map<String, String> parameters = new ConcurrentHashMap<>();
        Matcher parameter = PARAMETER.matcher(header);
        while (parameter.find()) {
            parameters.put(parameter.group(1), parameter.group(2) == null ? parameter.group(3) : parameter.group(2));
        }
        return parameters;
    }

    private static String md5(String text) {
        return Md5.of(text.getBytes(UTF_8));
    }
}
