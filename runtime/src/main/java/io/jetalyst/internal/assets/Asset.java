package io.jetalyst.internal.assets;

import io.jetalyst.http.EntityTag;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.MediaType;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.http.Status;
import io.jetalyst.internal.files.AcceptedCodings;
import java.util.List;

/**
 * A static file in all codings in which the class path has it. Its responses can be sent any number of times.
 *
 * @param variants in the order in which the server prefers them; the content as it is comes last
 * @param codings those of the variants
 */
record Asset(List<Variant> variants, List<String> codings) {
    /** A browser keeps the content for a year without asking again. */
    private static final String IMMUTABLE = "public, max-age=31536000, immutable";

    /** A browser keeps the content, but asks each time whether it is the current one. */
    private static final String VALIDATED = "no-cache";

    static Asset of(List<Variant> variants) {
        List<Variant> all = variants.size() == 1
                ? List.copyOf(variants)
                : variants.stream().map(Variant::varied).toList();
        return new Asset(all, all.stream().map(Variant::coding).toList());
    }

    /**
     * The content in one coding.
     *
     * @param validated the response under a path without the version
     * @param immutable the response under the path with the version
     */
    record Variant(String coding, Response validated, Response immutable) {
        /** @param hash identifies the content as it is in this coding */
        static Variant of(String coding, String name, ResponseBody body, String hash) {
            boolean plain = coding.equals(AcceptedCodings.IDENTITY);
            Response tagged = Response.of(MediaType.ofFileName(name), body)
                    .etag(plain ? EntityTag.of(hash) : EntityTag.of(hash).coded(coding))
                    .header("Accept-Ranges", "bytes")
                    .header("Cross-Origin-Resource-Policy", "cross-origin"); // the same bytes for every visitor
            Response coded = plain ? tagged : tagged.header("Content-Encoding", coding);
            return new Variant(
                    coding, coded.header("Cache-Control", VALIDATED), coded.header("Cache-Control", IMMUTABLE));
        }

        private Variant varied() {
            return new Variant(coding, validated.vary("Accept-Encoding"), immutable.vary("Accept-Encoding"));
        }
    }

    /**
     * The response in the coding that the client prefers.
     *
     * @param current whether the path has the version of the content, so that it never changes
     * @throws HttpProblem 406 if the client excludes all codings
     */
    Response response(Request request, boolean current) {
        Variant variant = variants.size() == 1 ? variants.get(0) : preferred(request);
        return current ? variant.immutable() : variant.validated();
    }

    private Variant preferred(Request request) {
        String coding = AcceptedCodings.choose(request, codings)
                .orElseThrow(() -> HttpProblem.of(
                                Status.NOT_ACCEPTABLE, "The content has these codings: " + String.join(", ", codings))
                        .header("Vary", "Accept-Encoding"));
        return variants.get(codings.indexOf(coding));
    }
}
