/** Sessions in memory, in files or in a database, through Jetty's {@code jetty-session}. */
module io.jetalyst.session.jetty {
    requires transitive io.jetalyst.runtime;
    requires org.eclipse.jetty.server;
    requires org.eclipse.jetty.session;
    requires org.slf4j;
    // Only for session.store=jdbc.
    requires static java.sql;

    exports io.jetalyst.session.jetty;

    provides io.jetalyst.session.SessionStoreFactory with
            io.jetalyst.session.jetty.JettySessions;
}
