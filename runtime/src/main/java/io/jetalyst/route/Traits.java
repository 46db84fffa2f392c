package io.jetalyst.route;

/** The traits of a route. A trait is a component here, a method of {@link Route} that sets it, and one that reads it. */
record Traits(boolean isNonBlocking) {
    static final Traits NONE = new Traits(false);

    Traits nonBlocking() {
        return new Traits(true);
    }
}
