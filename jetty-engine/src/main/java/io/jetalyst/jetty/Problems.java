package io.jetalyst.jetty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers to requests that never reach the runtime, because they cannot be parsed or are refused: RFC 9457 with nothing internal. */
final class Problems {
    private Problems() {}

    /** Jetty's error handler: the status is in the response. */
    static boolean handle(Request request, Response response, Callback callback) {
        answer(response.getStatus(), response, callback);
        return true;
    }

    static void answer(int status, Response response, Callback callback) {
        String body = "{\"type\":\"about:blank\",\"title\":\"" + HttpStatus.getMessage(status) + "\",\"status\":"
                + status + '}';
        response.setStatus(status);
        HttpFields.Mutable fields = response.getHeaders();
        fields.put(HttpFields.CONNECTION_CLOSE); // what follows such a request cannot be trusted to be another
        fields.put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        fields.put(HttpHeader.CACHE_CONTROL, "no-store");
        fields.put("X-Content-Type-Options", "nosniff");
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    }
}
