package io.jetalyst.contract.engine;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.ExchangeHandler;

class MemoryExchangeTest extends ExchangeContract {
    @Override
    protected ContractClient start(EngineOptions options, ExchangeHandler handler) {
        return new MemoryClient(options, handler);
    }
}
