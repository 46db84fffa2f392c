/** The contract of engines, as tests which each engine extends. */
module io.jetalyst.contract.engine {
    requires transitive io.jetalyst.runtime;
    requires transitive org.junit.jupiter.api;

    exports io.jetalyst.contract.engine;
}
