package io.jetalyst.internal.session;

import io.jetalyst.codec.Codecs;
import io.jetalyst.internal.limit.MemoryBudget;
import io.jetalyst.internal.outbox.StageCompleter;
import io.jetalyst.internal.protocol.ZlibPool;

/**
 * The objects that all sessions of an application share.
 *
 * @param incompleteMessages the memory that incomplete inbound messages may use together
 */
public record SessionServices(
        Codecs codecs,
        ZlibPool zlib,
        MemoryBudget incompleteMessages,
        StageCompleter stages,
        BackPressure backPressure) {}
