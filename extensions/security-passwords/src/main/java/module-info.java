/** Hashes of passwords, by Password4j. */
@SuppressWarnings("requires-automatic") // Password4j 1.8 has no module name of its own
module io.jetalyst.security.passwords {
    requires transitive io.jetalyst.runtime;
    requires password4j;

    exports io.jetalyst.security.passwords;
}
