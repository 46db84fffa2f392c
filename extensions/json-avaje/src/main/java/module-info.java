/** JSON through avaje-jsonb, whose adapters are generated while the application compiles. */
module io.jetalyst.json.avaje {
    requires transitive io.jetalyst.runtime;
    requires transitive io.avaje.jsonb;

    exports io.jetalyst.json.avaje;

    uses io.avaje.jsonb.spi.JsonbExtension;

    provides io.jetalyst.codec.BodyCodec with
            io.jetalyst.json.avaje.AvajeJsonCodec;
}
