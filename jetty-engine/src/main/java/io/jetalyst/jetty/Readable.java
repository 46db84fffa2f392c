package io.jetalyst.jetty;

import org.eclipse.jetty.util.Callback;

/** Hears of Jetty, on the selector's thread, when something can be read from a socket. */
record Readable(JettySocket socket) implements Callback {
    @Override
    public void succeeded() {
        socket.onFillable();
    }

    /** The connection is closed, or Jetty does not want to wait any longer, because it stops. */
    @Override
    public void failed(Throwable cause) {
        socket.getEndPoint().close(cause);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }
}
