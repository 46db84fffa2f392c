package io.jetalyst.jetty.fcgi;

import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.ThreadPool;

/** Called when bytes have arrived: for the handler that reads content, or for the connection. */
final class Readable implements Callback {
    private final FcgiConnection connection;

    Readable(FcgiConnection connection) {
        this.connection = connection;
    }

    @Override
    public void succeeded() {
        FcgiStream reading = connection.readingStream();
        if (reading == null) {
            connection.onFillable();
        } else {
            reading.notifyReadable();
        }
    }

    @Override
    public void failed(Throwable failure) {
        FcgiStream reading = connection.readingStream();
        if (reading == null) {
            connection.onFillInterestedFailed(failure);
        } else {
            ThreadPool.executeImmediately(
                    connection.getConnector().getExecutor(), reading.channel().onFailure(failure));
        }
    }

    @Override
    public InvocationType getInvocationType() {
        FcgiStream reading = connection.readingStream();
        return reading == null
                ? connection.getConnector().getServer().getInvocationType()
                : reading.channel().getInvocationType();
    }
}
