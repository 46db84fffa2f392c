package io.jetalyst.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The conditions of a request: {@code If-Match}, {@code If-None-Match}, {@code If-Modified-Since} and {@code If-Unmodified-Since}, in the
 * order of RFC 9110 §13.2.2.
 *
 * <p>For {@code GET} and {@code HEAD} the framework compares them with the {@code ETag} and the {@code Last-Modified} field of the response,
 * so a controller needs this class only to save the work of making a response. Before another method changes something, the controller
 * passes the tag of the current version, so that a client does not overwrite a change that it has not seen:
 *
 * <pre>{@code
 * @Put("/{article}")
 * Response update(Article article, Request request) {
 *     Preconditions.of(request).require(article.tag());   // 412 if the client has another version
 * }
 * }</pre>
 */
public final class Preconditions {
    private static final String IF_MATCH = "If-Match";

    private final Headers headers;
    private final boolean reads;

    private Preconditions(Headers headers, boolean reads) {
        this.headers = headers;
        this.reads = reads;
    }

    /** The result of comparing the conditions with a version. */
    public enum Outcome {
        /** The method is carried out. */
        PROCEED,
        /** The client has this version: the response is 304. Only for {@code GET} and {@code HEAD}. */
        NOT_MODIFIED,
        /** The client expects another version: the response is 412, and nothing is changed. */
        FAILED
    }

    /** The conditions of this request. They read its header fields on each call. */
    public static Preconditions of(Request request) {
        return new Preconditions(
                request.headers(),
                request.method().equals("GET") || request.method().equals("HEAD"));
    }

    /**
     * Checks the conditions before a method changes the current version.
     *
     * @throws HttpProblem 412 if they do not hold
     */
    public void require(EntityTag current) {
        require(Optional.of(current), Optional.empty());
    }

    /**
     * The same for a version without a tag, by the time of its last change.
     *
     * @throws HttpProblem 412 if they do not hold
     */
    public void require(Instant lastModified) {
        require(Optional.empty(), Optional.of(lastModified));
    }

    /**
     * The same, but the client must name a version with {@code If-Match} (RFC 6585 §3).
     *
     * @throws HttpProblem 428 if the request has no {@code If-Match} field, 412 if the conditions do not hold
     */
    public void requireIfMatch(EntityTag current) {
        if (headers.first(IF_MATCH).isEmpty()) {
            throw HttpProblem.of(
                    Status.PRECONDITION_REQUIRED, "This request needs the field If-Match with the tag of the version.");
        }
        require(current);
    }

    /**
     * Checks the conditions before a method creates something, so that nothing exists yet: {@code If-None-Match: *} holds, any
     * {@code If-Match} does not.
     *
     * @throws HttpProblem 412 if they do not hold
     */
    public void requireAbsent() {
        if (headers.first(IF_MATCH).isPresent()) {
            throw failed();
        }
    }

    private void require(Optional<EntityTag> tag, Optional<Instant> lastModified) {
        if (evaluate(tag, lastModified) == Outcome.FAILED) {
            throw failed();
        }
    }

    private static HttpProblem failed() {
        return HttpProblem.of(Status.PRECONDITION_FAILED, "The resource has another version than the request expects.");
    }

    /**
     * Compares the conditions with the current version.
     *
     * @param tag its tag, if it has one
     * @param lastModified when it was changed, if that is known; fractions of a second are ignored
     */
    public Outcome evaluate(Optional<EntityTag> tag, Optional<Instant> lastModified) {
        if (!holdsForChange(tag, lastModified)) {
            return Outcome.FAILED;
        }
        if (headers.first("If-None-Match").isPresent()) {
            boolean named = tag.map(known -> known.isInIfNoneMatch(headers)).orElseGet(this::namesAny);
            return !named ? Outcome.PROCEED : reads ? Outcome.NOT_MODIFIED : Outcome.FAILED;
        }
        Optional<Instant> since = date("If-Modified-Since");
        boolean unmodified = reads && since.isPresent() && isNotAfter(lastModified, since.get());
        return unmodified ? Outcome.NOT_MODIFIED : Outcome.PROCEED;
    }

    /** {@code If-Match}, or {@code If-Unmodified-Since} without it. */
    private boolean holdsForChange(Optional<EntityTag> tag, Optional<Instant> lastModified) {
        List<String> match = headers.all(IF_MATCH);
        if (!match.isEmpty()) {
            return tag.map(known -> known.isInIfMatch(headers))
                    .orElseGet(
                            () -> match.stream().anyMatch(line -> line.strip().equals("*")));
        }
        Optional<Instant> since = date("If-Unmodified-Since");
        return since.isEmpty() || lastModified.isEmpty() || isNotAfter(lastModified, since.get());
    }

    private boolean namesAny() {
        return headers.all("If-None-Match").stream()
                .anyMatch(line -> line.strip().equals("*"));
    }

    private static boolean isNotAfter(Optional<Instant> lastModified, Instant since) {
        return lastModified
                .map(time -> !time.truncatedTo(ChronoUnit.SECONDS).isAfter(since))
                .orElse(false);
    }

    /** The date of a field that has exactly one valid date. */
    private Optional<Instant> date(String name) {
        List<String> lines = headers.all(name);
        return lines.size() == 1 ? HttpDate.parse(lines.get(0)) : Optional.empty();
    }
}
