package io.jetalyst.contract.engine;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.ExchangeHandler;

class MemoryUpgradeTest extends UpgradeContract {
    @Override
    protected ContractClient start(EngineOptions options, ExchangeHandler handler) {
        return new MemoryClient(options, handler);
    }
}
