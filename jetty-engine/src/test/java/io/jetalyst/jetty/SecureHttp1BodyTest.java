package io.jetalyst.jetty;

import io.jetalyst.contract.engine.BodyContract;
import io.jetalyst.contract.engine.ContractClient;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.ExchangeHandler;

class SecureHttp1BodyTest extends BodyContract {
    @Override
    protected ContractClient start(EngineOptions options, ExchangeHandler handler) throws Exception {
        return new Http1Client(new JettyEngine().start(TlsFixture.secured(options), handler), TlsFixture::raw);
    }
}
