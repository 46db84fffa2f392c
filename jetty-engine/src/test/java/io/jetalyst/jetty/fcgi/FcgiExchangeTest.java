package io.jetalyst.jetty.fcgi;

import io.jetalyst.contract.engine.ContractClient;
import io.jetalyst.contract.engine.ExchangeContract;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.ExchangeHandler;

class FcgiExchangeTest extends ExchangeContract {
    @Override
    protected ContractClient start(EngineOptions options, ExchangeHandler handler) throws Exception {
        return FcgiClient.start(options, handler);
    }
}
