package io.jetalyst.body;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/**
 * The body of a request in the form in which its route takes it: whole, as the fields of a form, or as a stream. A method for another form throws
 * {@link IllegalStateException}. Used by one thread at a time.
 */
public interface ReceivedBody {
    /** The whole body, which the caller must not change; no bytes if the request has no body. */
    default byte[] bytes() {
        throw notTakenAs("bytes");
    }

    /**
     * The whole body as text, in the charset of its {@code Content-Type}; in UTF-8 if that gives none.
     *
     * @throws io.jetalyst.http.BindingProblem if the bytes are not valid in the charset
     */
    default String text() {
        throw notTakenAs("text");
    }

    /**
     * The fields of the form; none if the request has no body.
     *
     * @throws io.jetalyst.http.BindingProblem if the form is malformed
     */
    default Form form() {
        throw notTakenAs("a form");
    }

    /** The body as a stream whose {@code read} blocks until bytes arrive. Called once. */
    default InputStream inputStream() {
        throw notTakenAs("a stream");
    }

    /** The body in parts, for one subscriber, whose demand is the back-pressure on the client. Called once. */
    default Flow.Publisher<ByteBuffer> publisher() {
        throw notTakenAs("a publisher");
    }

    private static IllegalStateException notTakenAs(String form) {
        return new IllegalStateException("the route of this request does not take its body as " + form);
    }
}
