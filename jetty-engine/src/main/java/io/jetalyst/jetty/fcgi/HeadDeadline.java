package io.jetalyst.jetty.fcgi;

import org.eclipse.jetty.io.EndPoint;

/** An end point that closes a connection if its peer takes too long for the next head. */
public interface HeadDeadline extends EndPoint {
    /** The time begins. */
    void beginPreamble();

    /** The head has arrived. */
    void endPreamble();
}
