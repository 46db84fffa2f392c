package io.jetalyst.jetty.fcgi;

import io.jetalyst.contract.engine.ContractClient;
import io.jetalyst.contract.engine.ResponseContract;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.ExchangeHandler;

class FcgiResponseTest extends ResponseContract {
    @Override
    protected ContractClient start(EngineOptions options, ExchangeHandler handler) throws Exception {
        return FcgiClient.start(options, handler);
    }
}
