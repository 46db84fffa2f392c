package io.jetalyst.session.jetty;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * A database of H2 in the memory of this process, which outlives the connections of an application. H2 writes to the files of a database on a
 * thread of its own, so a test could not delete their directory at its end.
 */
final class MemoryDatabase implements AutoCloseable {
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    String url() {
        return url;
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
    }
}
