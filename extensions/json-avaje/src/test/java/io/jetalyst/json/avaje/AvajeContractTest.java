package io.jetalyst.json.avaje;

import io.avaje.jsonb.Json;
import io.jetalyst.codec.BodyCodec;
import io.jetalyst.contract.codec.CodecContract;
import io.jetalyst.contract.codec.Library;

class AvajeContractTest extends CodecContract {
    /** The classes that the processor generates beside a controller that uses these types. */
    @Json.Import({
        Library.Item.class,
        Library.Order.class,
        Library.Values.class,
        Library.Page.class,
        Library.Joined.class,
        Library.Present.class,
        Library.Group.class
    })
    interface Imports {}

    private static final BodyCodec CODEC = new AvajeJsonCodec();

    @Override
    public BodyCodec codec() {
        return CODEC;
    }
}
