package io.jetalyst.observe;

import io.jetalyst.engine.Rejections;
import io.jetalyst.observe.ClosedSocket.Traffic;

/**
 * The state of a running application, read when a method is called. Some methods visit all connections or sockets, so they are called for each
 * reading of the metrics, and not for each request. Safe for all threads.
 */
public interface Statistics {
    /** The open connections of all listeners, with those that have become sockets. */
    int connections();

    /** The requests that are being answered. */
    int requests();

    /** The requests and tasks that run, or wait for a thread, where they may block. */
    int blockingTasks();

    /** The number of {@link #blockingTasks} from which on the server refuses requests with 503. */
    int maxBlockingTasks();

    /** The open WebSockets, and those whose {@code onClose} has not returned. */
    int sockets();

    /** The bytes that wait in the send queues of all sockets. */
    long queuedBytes();

    /** The messages and bytes of all sockets since the start, with those of the open ones so far. */
    Traffic traffic();

    /** The number of rejections for each limit of the server, since the start. */
    Rejections rejections();

    /** The topics with subscribers in this process. */
    int topics();

    /** The subscriptions of all sockets to topics. */
    int subscriptions();
}
