package io.jetalyst.internal.files;

import io.jetalyst.http.EntityTag;
import io.jetalyst.http.HeaderField;
import io.jetalyst.http.HttpDate;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Preconditions;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Applies the conditions and ranges of a {@code GET} or {@code HEAD} request to its response, behind all filters: 304, 412, 206 and 416
 * (RFC 9110 §13.2). Any response takes part that has an {@code ETag}, a {@code Last-Modified} or an {@code Accept-Ranges} field.
 */
public final class Conditions {
    /** Fields that describe the content, and are left out with it. Those that guide caches stay (§15.4.5). */
    private static final Set<String> OF_CONTENT = Set.of(
            "accept-ranges",
            "content-disposition",
            "content-encoding",
            "content-language",
            "content-length",
            "content-range",
            "content-type");

    private Conditions() {}

    /**
     * The response to send instead of this one, which is closed if it is not sent; the same if no condition applies.
     *
     * @param answer makes the response of a problem of the request
     */
    public static Response apply(
            Request request, Response response, BiFunction<HttpProblem, Request, Response> answer) {
        return isSubject(request, response)
                ? applied(request, response, problem -> answer.apply(problem, request))
                : response;
    }

    private static Response applied(Request request, Response response, Function<HttpProblem, Response> answer) {
        Optional<EntityTag> tag = response.header("ETag").flatMap(EntityTag::parse);
        Optional<Instant> modified = response.header("Last-Modified").flatMap(HttpDate::parse);
        if (tag.isPresent() || modified.isPresent()) {
            Preconditions.Outcome outcome = Preconditions.of(request).evaluate(tag, modified);
            if (outcome == Preconditions.Outcome.NOT_MODIFIED) {
                return notModified(response, tag.isPresent());
            }
            if (outcome == Preconditions.Outcome.FAILED) {
                return problem(
                        response,
                        HttpProblem.of(Status.PRECONDITION_FAILED, "The resource has another version than requested."),
                        answer);
            }
        }
        Optional<String> range = range(request, response).filter(field -> isSameVersion(request, tag, modified));
        return range.isPresent() ? part(response, range.get(), answer) : response;
    }

    private static boolean isSubject(Request request, Response response) {
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        int code = response.status().code();
        return reads && code >= 200 && code < 300 && hasVersionOrRanges(response.headers());
    }

    private static boolean hasVersionOrRanges(List<HeaderField> fields) {
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(i).name();
            if (name.equalsIgnoreCase("ETag")
                    || name.equalsIgnoreCase("Last-Modified")
                    || name.equalsIgnoreCase("Accept-Ranges")) {
                return true;
            }
        }
        return false;
    }

    private static Response notModified(Response response, boolean tagged) {
        response.close();
        List<HeaderField> kept = response.headers().stream()
                .filter(field -> !isOfContent(field))
                .filter(field -> !tagged || !field.name().equalsIgnoreCase("Last-Modified"))
                .toList();
        return Response.of(Status.NOT_MODIFIED).headers(kept);
    }

    /** The response of the problem, with the fields that filters and controller added for other reasons than the content. */
    private static Response problem(Response response, HttpProblem problem, Function<HttpProblem, Response> answer) {
        response.close();
        Response head = answer.apply(problem);
        for (HeaderField field : response.headers()) {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (name.equals("vary")) {
                for (String listed : field.value().split(",")) {
                    head = head.vary(listed.strip());
                }
            } else if (name.equals("set-cookie") || name.equals("link")) {
                head = head.addHeader(field.name(), field.value());
            } else if (!isOfContent(field)
                    && !Set.of("etag", "last-modified", "cache-control", "expires")
                            .contains(name)) {
                head = head.defaultHeaders(List.of(field));
            }
        }
        return head;
    }

    private static boolean isOfContent(HeaderField field) {
        return OF_CONTENT.contains(field.name().toLowerCase(Locale.ROOT));
    }

    /** The {@code Range} field, which counts for {@code GET} only (§14.2). */
    private static Optional<String> range(Request request, Response response) {
        List<String> lines = request.headers().all("Range");
        boolean served = request.method().equals("GET")
                && response.status().code() == Status.OK.code()
                && response.header("Accept-Ranges")
                        .filter("bytes"::equalsIgnoreCase)
                        .isPresent();
        return served && lines.size() == 1 ? Optional.of(lines.get(0)) : Optional.empty();
    }

    /** Whether {@code If-Range} is absent or names this version (§13.1.5), by a strong tag or by a time of change that is strong. */
    private static boolean isSameVersion(Request request, Optional<EntityTag> tag, Optional<Instant> modified) {
        List<String> lines = request.headers().all("If-Range");
        if (lines.isEmpty()) {
            return true;
        }
        String validator = lines.get(0).strip();
        if (lines.size() > 1 || validator.startsWith("W/")) {
            return false;
        }
        if (validator.startsWith("\"")) {
            return tag.isPresent()
                    && EntityTag.parse(validator)
                            .filter(given -> given.isSame(tag.get()))
                            .isPresent();
        }
        // A content can change twice in one second, so the time is strong only when that second is over (§8.8.2.2).
        boolean strong =
                modified.isPresent() && modified.get().isBefore(Instant.now().minusSeconds(1));
        return strong && HttpDate.parse(validator).equals(modified);
    }

    private static Response part(Response response, String field, Function<HttpProblem, Response> answer) {
        long size = response.body().length();
        var source = Slices.source(response.body());
        Optional<List<ByteRange>> requested =
                size <= 0 || source.isEmpty() ? Optional.empty() : RangeField.parse(field, size);
        if (requested.isEmpty()) {
            return response;
        }
        List<ByteRange> ranges = requested.get();
        if (ranges.isEmpty()) {
            return problem(
                    response,
                    HttpProblem.of(Status.RANGE_NOT_SATISFIABLE, "The content has " + size + " bytes.")
                            .header("Content-Range", "bytes */" + size),
                    answer);
        }
        Response part = withoutLength(response).status(Status.PARTIAL_CONTENT);
        if (ranges.size() == 1) {
            return part.body(Slices.of(response.body(), source.get(), ranges.get(0)))
                    .header("Content-Range", ranges.get(0).contentRange(size));
        }
        MultipartRanges parts = new MultipartRanges(source.get(), ranges, size, response.header("Content-Type"));
        return part.body(parts.body()).header("Content-Type", parts.contentType());
    }

    /** Without the length of the whole content, which the engine would send unchanged. */
    private static Response withoutLength(Response response) {
        return response.headers(response.headers().stream()
                .filter(field -> !field.name().equalsIgnoreCase("Content-Length"))
                .toList());
    }
}
