package io.jetalyst.internal.cors;

import io.jetalyst.http.HeaderField;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.route.CorsRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The header fields of one rule, made before the first request. A response repeats the text of the rule, never that of a request. Immutable. */
final class CorsFields {
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String SET_COOKIE = "Set-Cookie";
    /** Fields that scripts may set in any request (Fetch §2.2.2), if their values are short. */
    private static final Set<String> SAFE = Set.of("accept", "accept-language", "content-language", "range");

    /** The media types that a form can send (HTML, Form submission). */
    private static final Set<String> OF_FORMS =
            Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

    private final CorsRule rule;
    private final Set<String> requestFields;
    /** The fields of a response by origin; those for all have the origin {@code *}. */
    private final Map<String, List<HeaderField>> ofResponse = new HashMap<>();

    private final Map<String, List<HeaderField>> ofPreflight = new HashMap<>();

    CorsFields(CorsRule rule) {
        this.rule = rule;
        this.requestFields = rule.headers().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        for (String origin : rule.origins()) {
            List<HeaderField> shared = new ArrayList<>();
            shared.add(new HeaderField(ALLOW_ORIGIN, origin));
            if (rule.hasCredentials()) {
                shared.add(new HeaderField("Access-Control-Allow-Credentials", "true"));
            }
            List<HeaderField> response = new ArrayList<>(shared);
            if (!rule.exposed().isEmpty()) {
                response.add(new HeaderField("Access-Control-Expose-Headers", String.join(", ", rule.exposed())));
            }
            ofResponse.put(origin, List.copyOf(response));
            if (!rule.headers().isEmpty()) {
                shared.add(new HeaderField("Access-Control-Allow-Headers", String.join(", ", rule.headers())));
            }
            shared.add(new HeaderField("Access-Control-Max-Age", Integer.toString(rule.maxAgeSeconds())));
            ofPreflight.put(origin, List.copyOf(shared));
        }
    }

    /** Whether pages of this origin may read the responses. */
    boolean permits(@Nullable String origin) {
        return origin != null && (rule.isForAll() || ofResponse.containsKey(origin));
    }

    /**
     * Whether a page of this origin may send this request without being asked, although it changes something. Without credentials, only a script
     * may: the request has none that the browser adds by itself, and the browser keeps no cookie of the response, unless the page is on the same
     * site and its script asks for that. A form of the same page would load the response as a page, whose cookie the browser keeps: the form could log
     * the user in with the account of somebody else.
     */
    boolean opens(@Nullable String origin, Request request) {
        return permits(origin)
                && (rule.hasCredentials()
                        || isOfScript(request)
                                && request.header("Cookie").isEmpty()
                                && request.clientCertificates().isEmpty()
                                && (request.header("Authorization").isEmpty()
                                        || requestFields.contains("authorization")));
    }

    /** Whether a script that may read the response sends this request, and not a form. Over plain HTTP, browsers do not send {@code Sec-Fetch-Mode}. */
    private static boolean isOfScript(Request request) {
        return request.header("Sec-Fetch-Mode").map("cors"::equals).orElseGet(() -> !hasTypeOfForms(request));
    }

    /**
     * The response without cookies, if a script of another origin receives it and the rule has no credentials. If that origin is on the same site, the browser would keep a
     * cookie although the script cannot read the response: so the page could log the user in with the account of somebody else.
     */
    Response withoutCookies(@Nullable String origin, Request request, Response response) {
        if (rule.hasCredentials() || response.header(SET_COOKIE).isEmpty()) {
            return response;
        }
        Response varied = response.vary("Origin"); // a cache has the response with cookies and the one without
        return origin != null && isOfScript(request) && !isOwn(origin, request)
                ? varied.headers(varied.headers().stream()
                        .filter(field -> !field.name().equalsIgnoreCase(SET_COOKIE))
                        .toList())
                : varied;
    }

    /** Whether a page of the application sends this request. Over plain HTTP, browsers do not send {@code Sec-Fetch-Site}. */
    private static boolean isOwn(String origin, Request request) {
        return request.header("Sec-Fetch-Site")
                .map("same-origin"::equals)
                .orElseGet(() -> origin.equalsIgnoreCase(request.scheme() + "://" + request.authority()));
    }

    private static boolean hasTypeOfForms(Request request) {
        String type = request.header("Content-Type").orElse("").replaceFirst(";.*", "");
        return OF_FORMS.contains(type.strip().toLowerCase(Locale.ROOT));
    }

    /** The first of these names that a request may not have; {@code null} if it may have all. */
    @Nullable
    String forbidden(List<String> names) {
        for (String name : names) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!lower.isEmpty() && !SAFE.contains(lower) && !requestFields.contains(lower)) {
                return name;
            }
        }
        return null;
    }

    /** The response that a page of this origin may read. A response that allows an origin itself stays as it is. */
    Response complete(@Nullable String origin, Response response) {
        if (response.header(ALLOW_ORIGIN).isPresent()) {
            return response;
        }
        if (rule.isForAll()) {
            return response.defaultHeaders(fields(ofResponse, CorsRule.ANY));
        }
        Response varied = response.vary("Origin"); // also without an origin: a cache has one response for both
        return permits(origin) ? varied.defaultHeaders(fields(ofResponse, origin)) : varied;
    }

    /** The response to a preflight request of a page of this origin, for these methods. */
    Response preflight(String origin, List<HttpMethod> methods) {
        Response response = Response.of(Status.NO_CONTENT);
        for (HeaderField field : fields(ofPreflight, rule.isForAll() ? CorsRule.ANY : origin)) {
            response = response.addHeader(field.name(), field.value());
        }
        return response.header(
                "Access-Control-Allow-Methods",
                methods.stream().map(HttpMethod::name).collect(Collectors.joining(", ")));
    }

    private static List<HeaderField> fields(Map<String, List<HeaderField>> all, @Nullable String origin) {
        return all.getOrDefault(origin, List.of());
    }
}
