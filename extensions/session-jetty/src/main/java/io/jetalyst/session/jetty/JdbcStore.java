package io.jetalyst.session.jetty;

import io.jetalyst.config.StartupException;
import io.jetalyst.session.SessionOptions.Place;
import io.jetalyst.session.SessionStoreException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.eclipse.jetty.session.DatabaseAdaptor;
import org.eclipse.jetty.session.JDBCSessionDataStore;
import org.eclipse.jetty.session.SessionData;
import org.jspecify.annotations.Nullable;

/**
 * Jetty's store of sessions in a table of a database, which several processes may share. Jetty's own writes replace all values of a session; these keep what
 * other processes have stored since this one has read the session.
 */
final class JdbcStore extends JDBCSessionDataStore implements RenamingStore {
    /** Each further one means that another process has changed the session between a read and a write. */
    private static final int MAX_TRIES = 100;

    private static final int ROWS = 100;
    private static final long COUNT_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final DataSource database;
    private final JdbcTable table;
    /** The number of sessions in the table. Guarded by this. */
    private long count;

    private long countedAt;
    private boolean isCounted;

    private JdbcStore(DataSource database, JdbcTable table) {
        this.database = database;
        this.table = table;
    }

    static JdbcStore of(Place.Jdbc place) {
        DataSource database = source(place);
        DatabaseAdaptor adaptor = new DatabaseAdaptor();
        adaptor.setDatasource(database);
        JdbcTable table = new JdbcTable(place.table());
        JdbcStore store = new JdbcStore(database, table);
        store.setDatabaseAdaptor(adaptor);
        store.setSessionTableSchema(table);
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
    public SessionData newSessionData(String id, long created, long accessed, long lastAccessed, long maxInactive) {
        return new ChangedData(
                id,
                _context.getCanonicalContextPath(),
                _context.getVhost(),
                created,
                accessed,
                lastAccessed,
                maxInactive);
    }

    @Override
    public void doStore(String id, SessionData data, long lastSaved) throws Exception {
        if (lastSaved <= 0) {
            doInsert(id, data);
        } else {
            update(id, data, lastSaved);
        }
    }

    @Override
    public void rename(String oldId, SessionData data) throws Exception {
        long lastSaved = data.getLastSaved();
        if (lastSaved <= 0) {
            doInsert(data.getId(), data);
        } else {
            update(oldId, data, lastSaved);
        }
        data.clean();
    }

    /** Writes the values that this process has changed, and keeps the others that are stored. */
    private void update(String oldId, SessionData data, long lastSaved) throws Exception {
        long version = lastSaved;
        for (int i = 0; i < MAX_TRIES; i++) {
            data.setLastSaved(Math.max(System.currentTimeMillis(), version + 1));
            ByteArrayOutputStream values = new ByteArrayOutputStream();
            serializeAttributes(data, values);
            try (Connection connection = connection()) {
                if (table.update(connection, _context, oldId, version, data, values.toByteArray())) {
                    return;
                }
            }
            SessionData stored = doLoad(oldId);
            if (stored == null) {
                throw new EndedElsewhereException();
            }
            version = stored.getLastSaved();
            ((ChangedData) data).rebase(stored);
        }
        throw new SQLException("Other processes change this session all the time");
    }

    private Connection connection() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(true);
        return connection;
    }

    /** The number of sessions in the table, as of the last ten seconds, and those that this process has created since. */
    synchronized long size() {
        long now = System.nanoTime();
        if (!isCounted || now - countedAt > COUNT_NANOS) {
            try (Connection connection = connection()) {
                count = table.count(connection, System.currentTimeMillis());
            } catch (SQLException e) {
                throw new SessionStoreException("The sessions cannot be counted", e);
            }
            countedAt = now;
            isCounted = true;
        }
        return count;
    }

    @Override
    protected void doInsert(String id, SessionData data) throws Exception {
        super.doInsert(id, data);
        synchronized (this) {
            count++;
        }
    }

    @Override
    protected ObjectInputStream newObjectInputStream(InputStream in) throws IOException {
        return StoredTexts.read(in);
    }
}
