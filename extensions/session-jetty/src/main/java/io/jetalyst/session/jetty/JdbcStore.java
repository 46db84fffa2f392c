package io.jetalyst.session.jetty;

import io.jetalyst.config.StartupException;
import io.jetalyst.session.SessionOptions.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import javax.sql.DataSource;
import org.eclipse.jetty.session.DatabaseAdaptor;
import org.eclipse.jetty.session.JDBCSessionDataStore;

/** Jetty's store of sessions in a table of a database. */
final class JdbcStore extends JDBCSessionDataStore {
    private JdbcStore() {}

    static JdbcStore of(Place.Jdbc place) {
        DatabaseAdaptor database = new DatabaseAdaptor();
        database.setDatasource(source(place));
        SessionTableSchema schema = new SessionTableSchema();
        schema.setTableName(place.table());
        JdbcStore store = new JdbcStore();
        store.setDatabaseAdaptor(database);
        store.setSessionTableSchema(schema);
        return store;
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
