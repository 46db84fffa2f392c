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
 * A static file in all codings in which the class path has it. Its bodies can be sent any number of times.
 *
 * @param name the path below the root
 * @param variants in the order in which the server prefers them; the content as it is comes last
 */
record Asset(String name, List<Variant> variants) {
    /** A browser keeps the content for a year without asking again. */
    static final String IMMUTABLE = "public, max-age=31536000, immutable";

    /** A browser keeps the content, but asks each time whether it is the current one. */
    static final String VALIDATED = "no-cache";

    /** The content in one coding. */
    record Variant(String coding, Response response) {
        /** @param hash identifies the content as it is in this coding */
        static Variant of(String coding, String name, ResponseBody body, String hash) {
            boolean plain = coding.equals(AcceptedCodings.IDENTITY);
            Response response = Response.of(MediaType.ofFileName(name), body)
                    .etag(plain ? EntityTag.of(hash) : EntityTag.of(hash).coded(coding))
                    .header("Accept-Ranges", "bytes");
            return new Variant(coding, plain ? response : response.header("Content-Encoding", coding));
        }
    }

    /**
     * The response in the coding that the client prefers.
     *
     * @throws HttpProblem 406 if the client excludes all codings
     */
    Response response(Request request, String cacheControl) {
        if (variants.size() == 1) {
            return variants.get(0).response().header("Cache-Control", cacheControl);
        }
        List<String> codings = variants.stream().map(Variant::coding).toList();
        String coding = AcceptedCodings.choose(request, codings)
                .orElseThrow(() -> HttpProblem.of(
                                Status.NOT_ACCEPTABLE, "The content has these codings: " + String.join(", ", codings))
                        .header("Vary", "Accept-Encoding"));
        for (Variant variant : variants) {
            if (variant.coding().equals(coding)) {
                return variant.response().header("Cache-Control", cacheControl).vary("Accept-Encoding");
            }
        }
        throw new IllegalStateException("no variant in the coding " + coding);
    }
}
