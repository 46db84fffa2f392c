/** Starts the programs of other authors that tests of several modules run. */
module io.jetalyst.counterpart {
    requires static org.jspecify;
    requires org.junit.jupiter.api;

    exports io.jetalyst.counterpart;
}
