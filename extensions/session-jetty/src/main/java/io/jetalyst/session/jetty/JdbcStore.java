package io.jetalyst.session.jetty;

import io.jetalyst.config.StartupException;
import io.jetalyst.session.SessionOptions.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.eclipse.jetty.session.DatabaseAdaptor;
import org.eclipse.jetty.session.JDBCSessionDataStore;
import org.eclipse.jetty.session.SessionData;
import org.jspecify.annotations.Nullable;

/** Jetty's store of sessions in a table of a database. */
final class JdbcStore extends JDBCSessionDataStore {
    private static final int ROWS = 100;

    private final DataSource database;
    private final SessionTableSchema table;

    private JdbcStore(DataSource database, SessionTableSchema table) {
        this.database = database;
        this.table = table;
    }

    static JdbcStore of(Place.Jdbc place) {
        DataSource database = source(place);
        DatabaseAdaptor adaptor = new DatabaseAdaptor();
        adaptor.setDatasource(database);
        SessionTableSchema schema = new SessionTableSchema();
        schema.setTableName(place.table());
        JdbcStore store = new JdbcStore(database, schema);
        store.setDatabaseAdaptor(adaptor);
        store.setSessionTableSchema(schema);
        return store;
    }

    /** The ids of the sessions whose text of this name fulfils the condition. Reads all rows with one query. */
    Set<String> find(String name, Predicate<String> condition) throws Exception {
        String query = "select " + table.getIdColumn() + ", " + table.getMapColumn() + " from " + table.getTableName();
        Set<String> found = new HashSet<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false); // some drivers read all rows at once otherwise
            statement.setFetchSize(ROWS);
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    if (StoredTexts.has(values(rows), name, condition)) {
                        found.add(rows.getString(table.getIdColumn()));
                    }
                }
            }
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return found;
    }

    /** The values of the session in a row; {@code null} if it has none, or they cannot be read. */
    private @Nullable SessionData values(ResultSet row) throws SQLException {
        try (InputStream map = _dbAdaptor.getBlobInputStream(row, table.getMapColumn())) {
            if (map == null) {
                return null;
            }
            SessionData values = new SessionData("", "", "", 0, 0, 0, 0);
            SessionData.deserializeAttributes(values, newObjectInputStream(map));
            return values;
        } catch (IOException | ClassNotFoundException damaged) {
            return null; // the next request of this session ends it
        }
    }

    private static DataSource source(Place.Jdbc place) {
        if (place.url().isPresent()) {
            return new DriverSource(
                    place.url().get(),
                    place.user().orElse(null),
                    place.password().orElse(null));
        }
        return (DataSource) place.bound()
                .apply(DataSource.class)
                .orElseThrow(() -> new StartupException("session.store is jdbc, and there is no database. Set"
                        + " session.jdbc.url, or bind a pool with .bind(DataSource.class, …)."));
    }

    @Override
    protected ObjectInputStream newObjectInputStream(InputStream in) throws IOException {
        return StoredTexts.read(in);
    }
}
