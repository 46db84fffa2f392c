package io.jetalyst.internal.httpsession;

import io.jetalyst.socket.CloseStatus;

/** A response that ends when its session ends, or has a new id. */
final class BoundResponse extends SessionBinding {
    private final Runnable ending;

    /** @param ending ends the response, does not block, and does nothing the second time */
    BoundResponse(Runnable ending) {
        this.ending = ending;
    }

    @Override
    void end(CloseStatus status) {
        ending.run();
    }
}
