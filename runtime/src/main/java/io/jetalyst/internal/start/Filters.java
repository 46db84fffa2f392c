package io.jetalyst.internal.start;

import io.jetalyst.config.StartupException;
import io.jetalyst.filter.Filter;
import io.jetalyst.internal.router.RouteFilters;
import io.jetalyst.internal.security.Authentication;
import io.jetalyst.internal.security.Guard;
import io.jetalyst.route.Route;
import io.jetalyst.table.FilterFactory;
import io.jetalyst.table.RouteTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The filters that routes name: one instance of each class, which all tables share. */
final class Filters {
    private final Container container;
    private final Authentication authentication;
    private final Map<Class<?>, Filter> created = new HashMap<>();

    Filters(Container container, Authentication authentication) {
        this.container = container;
        this.authentication = authentication;
    }

    /**
     * Creates those filters of a table that no other table has created.
     *
     * @throws StartupException if one cannot be created
     */
    void create(RouteTable table) {
        for (FilterFactory factory : table.filters()) {
            if (!created.containsKey(factory.type())) {
                created.put(factory.type(), create(factory));
            }
        }
    }

    private Filter create(FilterFactory factory) {
        String name = factory.type().getName();
        try {
            return factory.create().apply(container.forClass(name));
        } catch (StartupException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StartupException("The filter " + name + " could not be created: " + e, e);
        }
    }

    /**
     * The filters of a route, its guard first; {@code null} if it has none.
     *
     * @throws StartupException if no table has a factory of one of them, or the application has no authenticator and the route needs an identity
     */
    @Nullable
    RouteFilters of(Route route) {
        if (route.access().needsIdentity() && authentication.isEmpty()) {
            throw new StartupException(
                    "The route " + route + " needs the identity of its client, and the application has no"
                            + " authenticator. Add .authenticator(…) to the application's builder.");
        }
        List<Filter> filters = new ArrayList<>();
        Guard.of(route, authentication).ifPresent(filters::add);
        for (Class<?> type : route.filters()) {
            Filter filter = created.get(type);
            if (filter == null) {
                throw new StartupException("The route " + route + " names the filter " + type.getName()
                        + ", and no table creates it. Add a FilterFactory for it to the table's filters().");
            }
            filters.add(filter);
        }
        return RouteFilters.of(filters);
    }
}
