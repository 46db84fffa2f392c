package demo;

import io.jetalyst.http.Link;
import javax.annotation.processing.Generated;

/**
 * Links to the routes of {@link Maps}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class MapsLinks {
    private MapsLinks() {}

    public static Link change() {
        return Link.to("/map");
    }

    public static Link embedded() {
        return Link.to("/embedded");
    }

    public static Link map() {
        return Link.to("/map");
    }
}
