package io.jetalyst.internal.headers;

import io.jetalyst.http.HeaderField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an application.
 *
 * @param policy the content security policy of pages; {@code null} if they have none
 * @param every fields of each response
 * @param page further fields of pages
 * @param secure fields of responses over TLS
 * @param reportPath the path to which browsers report what the policy blocked; {@code null} if they report nothing
 */
public record HeaderOptions(
        @Nullable ContentPolicy policy,
        List<HeaderField> every,
        List<HeaderField> page,
        List<HeaderField> secure,
        @Nullable String reportPath) {
    /** A page may use no device, and no interface that asks the user for a permission. */
    public static final String PERMISSIONS =
            "camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

    /** A browser that follows a link to another site does not send the address of the page. */
    public static final String REFERRER = "same-origin";

    /** Scripts of other sites have no reference to a window of the application, and vice versa (HTML, Cross-origin opener policies). */
    public static final String OPENER = "same-origin";

    /** Pages of other origins load nothing of the application as a picture or a script (Fetch §3.7). */
    public static final String RESOURCE = "same-origin";

    public HeaderOptions {
        every = List.copyOf(every);
        page = List.copyOf(page);
        secure = List.copyOf(secure);
    }

    /** The fields of an application that changes none. */
    public static HeaderOptions defaults() {
        return new HeaderOptions(
                ContentPolicy.DEFAULT,
                List.of(
                        new HeaderField("X-Content-Type-Options", "nosniff"),
                        new HeaderField("Cross-Origin-Resource-Policy", RESOURCE)),
                List.of(
                        new HeaderField("Referrer-Policy", REFERRER),
                        new HeaderField("Cross-Origin-Opener-Policy", OPENER),
                        new HeaderField("Permissions-Policy", PERMISSIONS)),
                List.of(),
                null);
    }

    /** The same fields, and browsers report to this path. */
    public HeaderOptions reportTo(String path) {
        return new HeaderOptions(policy, every, page, secure, path);
    }
}
