/** Outbound frames of one session: queues, batches, compresses and writes them. Not exported. */
@NullMarked
package io.jetalyst.internal.outbox;

import org.jspecify.annotations.NullMarked;
