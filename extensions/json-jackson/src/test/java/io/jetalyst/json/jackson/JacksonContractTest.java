package io.jetalyst.json.jackson;

import io.jetalyst.codec.BodyCodec;
import io.jetalyst.contract.codec.CodecContract;

class JacksonContractTest extends CodecContract {
    private static final BodyCodec CODEC = new JacksonJsonCodec();

    @Override
    public BodyCodec codec() {
        return CODEC;
    }
}
