package io.jetalyst.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JSON types of a controller, or of a sealed type with {@code @Messages}. Generated code implements it, and codecs find it with
 * {@link ServiceLoader}. A named module {@code provides} its implementations; the processor reports the directive that is missing.
 */
public interface JsonTypes {
    /** The records and sealed types, in no order. */
    List<JsonShape> shapes();

    /**
     * Loads the shapes of all types that the class loader of the calling thread knows. An entry whose class no longer exists is logged and
     * skipped: a build of some sources may leave one behind.
     */
    static Map<Class<?>, JsonShape> load() {
        Logger log = LoggerFactory.getLogger(JsonTypes.class);
        List<JsonShape> shapes = new ArrayList<>();
        for (var types = ServiceLoader.load(JsonTypes.class).iterator(); ; ) {
            try {
                if (!types.hasNext()) {
                    return JsonShape.byClass(shapes);
                }
                shapes.addAll(types.next().shapes());
            } catch (ServiceConfigurationError | LinkageError e) {
                log.warn(
                        "The JSON types of an outdated class are skipped. Build the application anew. ({})",
                        e.toString());
            }
        }
    }
}
