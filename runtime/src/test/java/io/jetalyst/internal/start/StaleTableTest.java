package io.jetalyst.internal.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.App;
import io.jetalyst.config.StartupException;
import io.jetalyst.table.RouteTable;
import org.junit.jupiter.api.Test;

/** Tables that a partial build has left behind. */
class StaleTableTest {
    @Test
    void doesNotStartWithTableOfDeletedController() {
        RouteTable table = SampleRoutes.table("/a", bindings -> {
            throw new NoClassDefFoundError("demo/Rooms");
        });

        StartupException refused = assertThrows(
                StartupException.class, () -> App.builder().mount(table).build().start());

        assertEquals(
                "The table " + SampleRoutes.class.getName()
                        + " needs the class demo.Rooms, which does not exist. If its controller"
                        + " was deleted, build the module anew, as with 'mvn clean compile'.",
                refused.getMessage());
    }

    @Test
    void namesTheDependencyOfPages() {
        RouteTable table = SampleRoutes.table("/a", bindings -> {
            throw new NoClassDefFoundError("io/jetalyst/views/jte/JteViews");
        });

        StartupException refused = assertThrows(
                StartupException.class, () -> App.builder().mount(table).build().start());

        assertEquals(
                "The table " + SampleRoutes.class.getName()
                        + " needs the class io.jetalyst.views.jte.JteViews, which does not exist. Add the dependency"
                        + " io.jetalyst:jetalyst-views-jte.",
                refused.getMessage());
    }
}
