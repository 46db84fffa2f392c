/** Views from jte templates. */
module io.jetalyst.views.jte {
    requires transitive gg.jte.models;
    requires transitive gg.jte.runtime;
    requires transitive io.jetalyst.runtime;

    exports io.jetalyst.views.jte;
}
