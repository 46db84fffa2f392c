package io.jetalyst.jetty;

import io.jetalyst.contract.engine.ContractClient;
import io.jetalyst.contract.engine.UpgradeContract;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.ExchangeHandler;

class SecureHttp2UpgradeTest extends UpgradeContract {
    @Override
    protected ContractClient start(EngineOptions options, ExchangeHandler handler) throws Exception {
        return new Http2Client(
                new JettyEngine().start(TlsFixture.secured(options), handler), "https", TlsFixture::rawHttp2);
    }
}
