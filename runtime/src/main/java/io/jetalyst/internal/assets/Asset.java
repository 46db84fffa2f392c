package io.jetalyst.internal.assets;

import io.jetalyst.http.EntityTag;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.MediaType;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.internal.files.AcceptedCodings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * @param original the file that the responses read; {@code null} if they read none that may change
     */
    record Variant(String coding, Response validated, Response immutable, AssetContent.@Nullable Original original) {
        static Variant of(String coding, String name, AssetContent content) {
            boolean plain = coding.equals(AcceptedCodings.IDENTITY);
            EntityTag tag = EntityTag.of(content.hash());
            Response tagged = Response.of(MediaType.ofFileName(name), content.body())
                    .etag(plain ? tag : tag.coded(coding))
                    .header("Accept-Ranges", "bytes")
                    .header("Cross-Origin-Resource-Policy", "cross-origin"); // the same bytes for every visitor
            Response coded = plain ? tagged : tagged.header("Content-Encoding", coding);
            return new Variant(
                    coding,
                    coded.header("Cache-Control", VALIDATED),
                    coded.header("Cache-Control", IMMUTABLE),
                    content.original());
        }

        /** The file as it is now, which has another tag. Its coding and its media type are the same. */
        private Response changed(Path file) {
            Response now = Response.file(file);
            EntityTag tag = now.header("ETag").flatMap(EntityTag::parse).orElseThrow();
            boolean plain = coding.equals(AcceptedCodings.IDENTITY);
            return validated.body(now.body()).etag(plain ? tag : tag.coded(coding));
        }

        private Response response(boolean current) {
            if (original != null && original.isChanged()) {
                return changed(original.file());
            }
            return current ? immutable : validated;
        }

        /** Whether this is still a coding of the plain content. If one of the files was changed since the start, the other has to follow it. */
        private boolean isCodingOf(Variant plain) {
            boolean isPlainChanged = plain.original != null && plain.original.isChanged();
            boolean isChanged = original != null && original.isChanged();
            if (!isPlainChanged && !isChanged) {
                return original == null || Files.exists(original.file());
            }
            return isPlainChanged && isChanged && original.isAsRecentAs(plain.original);
        }

        private Variant varied() {
            return new Variant(coding, validated.vary("Accept-Encoding"), immutable.vary("Accept-Encoding"), original);
        }
    }

    /**
     * The response in the coding that the client prefers. A large file that was changed since the start has another content than its version, so no
     * cache keeps it without asking.
     *
     * @param current whether the path has the version of the content, so that it never changes
     * @throws HttpProblem 406 if the client excludes all codings
     */
    Response response(Request request, boolean current) {
        Variant variant = variants.size() == 1 ? variants.get(0) : present().preferred(request);
        return variant.response(current);
    }

    /** Without the codings whose files have another content than the present one of the plain file. */
    private Asset present() {
        if (variants.stream().allMatch(variant -> variant.original == null)) {
            return this;
        }
        Variant plain = variants.get(variants.size() - 1);
        List<Variant> present = variants.stream()
                .filter(variant -> variant == plain || variant.isCodingOf(plain))
                .toList();
        return new Asset(present, present.stream().map(Variant::coding).toList());
    }

    private Variant preferred(Request request) {
        String coding = AcceptedCodings.choose(request, codings)
                .orElseThrow(() -> HttpProblem.of(
                                Status.NOT_ACCEPTABLE, "The content has these codings: " + String.join(", ", codings))
                        .header("Vary", "Accept-Encoding"));
        return variants.get(codings.indexOf(coding));
    }
}
