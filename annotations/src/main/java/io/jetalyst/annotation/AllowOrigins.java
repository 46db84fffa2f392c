package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets pages of other origins read the responses of a method, or of all methods of a controller, and send requests to it (CORS; Fetch, CORS
 * protocol). The annotation of a method replaces that of its controller, and both replace the setting {@code server.cors.origins}.
 *
 * <p>The framework answers preflight requests before any filter runs, with exactly the methods of the path that permit the origin. Errors have the fields of
 * CORS, too. A permitted page may also send POST, PUT, PATCH and DELETE requests: without {@link #credentials}, only a script of the page, and only requests
 * without cookies. It may not open a WebSocket; {@link WebSocket#origins} decides that.
 *
 * <pre>{@code
 * @Put("/orders/{id}")
 * @AllowOrigins(value = "https://app.example", credentials = true)
 * Order change(long id, @Body Order order) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AllowOrigins {
    /**
     * The origins, each as browsers send it: {@code scheme://host} or {@code scheme://host:port}, in lower case. {@code "*"} alone permits all
     * origins, without {@link #credentials}.
     */
    String[] value();

    /** Whether requests may have credentials: cookies, client certificates, passwords that the browser asks for. */
    boolean credentials() default false;

    /** The names of the header fields that scripts may set in a request, besides those that browsers always permit, such as {@code Accept}. */
    String[] headers() default {"Content-Type"};

    /** The names of further fields of the response that scripts may read, such as {@code ETag}. */
    String[] exposed() default {};

    /** How long a browser remembers the response to a preflight request, in seconds, 0 or more. Browsers have limits of their own, such as 7200. */
    int maxAgeSeconds() default 600;
}
