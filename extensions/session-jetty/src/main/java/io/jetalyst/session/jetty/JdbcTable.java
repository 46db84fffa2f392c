package io.jetalyst.session.jetty;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.jetty.session.JDBCSessionDataStore.SessionTableSchema;
import org.eclipse.jetty.session.SessionContext;
import org.eclipse.jetty.session.SessionData;
import org.eclipse.jetty.util.StringUtil;

/** Jetty's table of sessions. The time of the last write is the version of a row: each write makes it greater. */
final class JdbcTable extends SessionTableSchema {
    private static final int VALUES = 8;

    JdbcTable(String name) {
        setTableName(name);
    }

    /**
     * Writes a row if it still has the version that the data was read with.
     *
     * @param oldId the id of the row, which gets that of the data
     * @return whether it had
     */
    boolean update(
            Connection connection, SessionContext context, String oldId, long version, SessionData data, byte[] values)
            throws SQLException {
        String statement = "update " + getTableName() + " set " + getIdColumn() + " = ?, " + getLastNodeColumn()
                + " = ?, " + getAccessTimeColumn() + " = ?, " + getLastAccessTimeColumn() + " = ?, "
                + getLastSavedTimeColumn() + " = ?, " + getExpiryTimeColumn() + " = ?, " + getMaxIntervalColumn()
                + " = ?, " + getMapColumn() + " = ? where " + getIdColumn() + " = ? and " + getContextPathColumn()
                + " = ? and " + getVirtualHostColumn() + " = ? and " + getLastSavedTimeColumn() + " = ?";
        try (PreparedStatement update = connection.prepareStatement(statement)) {
            update.setString(1, data.getId());
            update.setString(2, data.getLastNode());
            update.setLong(3, data.getAccessed());
            update.setLong(4, data.getLastAccessed());
            update.setLong(5, data.getLastSaved());
            update.setLong(6, data.getExpiry());
            update.setLong(7, data.getMaxInactiveMs());
            update.setBytes(VALUES, values);
            update.setString(VALUES + 1, oldId);
            update.setString(VALUES + 2, path(context));
            update.setString(VALUES + 3, context.getVhost());
            update.setLong(VALUES + 4, version);
            return update.executeUpdate() > 0;
        }
    }

    /** The path of the context as Jetty writes it: Oracle stores an empty text as {@code NULL}. */
    private String path(SessionContext context) {
        String path = context.getCanonicalContextPath();
        return _dbAdaptor.isEmptyStringNull() && StringUtil.isBlank(path) ? "/" : path;
    }

    /** The number of rows whose sessions have not expired at this time. */
    long count(Connection connection, long now) throws SQLException {
        String statement = "select count(*) from " + getTableName() + " where " + getExpiryTimeColumn() + " > ?";
        try (PreparedStatement query = connection.prepareStatement(statement)) {
            query.setLong(1, now);
            try (ResultSet result = query.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        }
    }
}
