package io.jetalyst.health;

/**
 * Checks something that the application cannot work without, such as its database. Each instance that is bound to the application and
 * implements this interface is a check, whatever the type is for which it is bound. While one of them is down, {@code /health/ready} is
 * answered with 503, and a load balancer sends the requests elsewhere.
 *
 * <pre>{@code
 * record DatabaseCheck(DataSource source) implements HealthCheck {
 *     public String name() {
 *         return "database";
 *     }
 *
 *     public Health check() throws SQLException {
 *         try (Connection connection = source.getConnection()) {
 *             return connection.isValid(1) ? Health.up() : Health.down("The connection is not valid.");
 *         }
 *     }
 * }
 *
 * App.builder().bind(DatabaseCheck.class, new DatabaseCheck(source))
 * }</pre>
 */
public interface HealthCheck {
    /** The name of the check, for the log and for the response in dev mode. It is read once, when the application starts. */
    String name();

    /**
     * Checks now. The framework calls it on a thread of its own, so it may block: once at a time, and at most once in a second however many
     * requests come. A check that does not return within two seconds is down until it returns.
     *
     * @throws Exception if it is down; its class and message are the reason
     */
    Health check() throws Exception;
}
