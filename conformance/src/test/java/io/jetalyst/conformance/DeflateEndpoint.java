package io.jetalyst.conformance;

/** The endpoints that compress. */
enum DeflateEndpoint {
    /** Each message by itself. */
    MESSAGE("/deflate/message"),
    /** Each message with those before it in view. */
    CONTEXT("/deflate/context");

    private final String path;

    DeflateEndpoint(String path) {
        this.path = path;
    }

    /** @param inParts whether it says a message back in the parts in which it comes */
    String path(boolean inParts) {
        return path + (inParts ? "?parts=true" : "");
    }
}
