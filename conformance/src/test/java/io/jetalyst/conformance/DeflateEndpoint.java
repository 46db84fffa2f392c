package io.jetalyst.conformance;

/** The endpoints with compression. */
enum DeflateEndpoint {
    /** Without context takeover. */
    MESSAGE("/deflate/message"),
    /** With context takeover. */
    CONTEXT("/deflate/context");

    private final String path;

    DeflateEndpoint(String path) {
        this.path = path;
    }

    /** @param inParts whether it echoes a message in the parts in which it was received */
    String path(boolean inParts) {
        return path + (inParts ? "?parts=true" : "");
    }
}
