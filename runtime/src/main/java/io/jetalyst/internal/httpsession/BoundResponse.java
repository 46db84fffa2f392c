package io.jetalyst.internal.httpsession;

/** A response that ends when its session ends. */
final class BoundResponse extends SessionBinding {
    private final Runnable ending;

    /** @param ending ends the response, does not block, and does nothing the second time */
    BoundResponse(Runnable ending) {
        this.ending = ending;
    }

    @Override
    void end() {
        ending.run();
    }
}
