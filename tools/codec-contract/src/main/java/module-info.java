/** The contract of JSON codecs, as tests that each codec extends. */
module io.jetalyst.contract.codec {
    requires transitive io.jetalyst.runtime;
    requires transitive org.junit.jupiter.api;

    exports io.jetalyst.contract.codec;

    provides io.jetalyst.codec.JsonTypes with
            io.jetalyst.contract.codec.Library;
}
