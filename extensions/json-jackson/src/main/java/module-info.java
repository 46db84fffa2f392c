/** JSON through Jackson 3, which reads and writes records by reflection. */
module io.jetalyst.json.jackson {
    requires transitive io.jetalyst.runtime;
    requires transitive tools.jackson.databind;

    exports io.jetalyst.json.jackson;

    provides io.jetalyst.codec.BodyCodec with
            io.jetalyst.json.jackson.JacksonJsonCodec;
}
