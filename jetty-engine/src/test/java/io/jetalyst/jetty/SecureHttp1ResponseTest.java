package io.jetalyst.jetty;

import io.jetalyst.contract.engine.ContractClient;
import io.jetalyst.contract.engine.ResponseContract;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.ExchangeHandler;

class SecureHttp1ResponseTest extends ResponseContract {
    @Override
    protected ContractClient start(EngineOptions options, ExchangeHandler handler) throws Exception {
        return new Http1Client(new JettyEngine().start(TlsFixture.secured(options), handler), TlsFixture::raw);
    }
}
