package io.jetalyst.session.jetty;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A database that fails for statements with given beginnings, or does not answer them for a while. */
final class BreakableSource implements DataSource {
    static final String NOTHING = "nothing";
    static final String EVERYTHING = "";

    private final DriverSource source;
    private volatile List<String> broken = List.of(NOTHING);
    private volatile String brokenParameter = NOTHING;
    private volatile String held = NOTHING;
    private volatile CountDownLatch release = new CountDownLatch(0);

    BreakableSource(String url) {
        source = new DriverSource(url, null, null);
    }

    /** @param beginnings of the statements that fail, in small letters */
    void fail(String... beginnings) {
        broken = List.of(beginnings);
    }

    /** @param parameter the text that statements fail for */
    void failFor(String parameter) {
        brokenParameter = parameter;
    }

    /** @param beginning of the statements that wait for {@link #release}, in small letters */
    void hold(String beginning) {
        release = new CountDownLatch(1);
        held = beginning;
    }

    void release() {
        held = NOTHING;
        release.countDown();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return proxy(Connection.class, source.getConnection());
    }

    private <T> T proxy(Class<T> type, T object) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(object, method, arguments)));
    }

    private Object call(Object object, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("prepareStatement")) {
            beforeStatement((String) arguments[0]);
        }
        if (method.getName().equals("setString") && arguments[1].equals(brokenParameter)) {
            throw outOfOrder();
        }
        try {
            Object result = method.invoke(object, arguments);
            return result instanceof PreparedStatement statement ? proxy(PreparedStatement.class, statement) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void beforeStatement(String text) throws SQLException, InterruptedException {
        if (broken.stream().anyMatch(text::startsWith)) {
            throw outOfOrder();
        }
        if (text.startsWith(held)) {
            release.await();
        }
    }

    private static SQLException outOfOrder() {
        return new SQLException("the database is out of order");
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
