package io.jetalyst.processor;

import io.jetalyst.processor.check.Checked;
import io.jetalyst.processor.model.ControllerModel;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import javax.lang.model.util.Elements;

/**
 * The controllers that {@link JetalystProcessor} has checked in this run of the compiler, so that {@link IndexProcessor} need not read them
 * again. An incremental build runs {@code IndexProcessor} with more controllers than the other one; it reads those itself.
 */
final class CheckedControllers {
    /** By the elements of a run, which all processors share. Only {@link JetalystProcessor} keeps the controllers alive. */
    private static final Map<Elements, WeakReference<CheckedControllers>> RUNS =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final Map<String, Checked<ControllerModel>> controllers = new HashMap<>();

    CheckedControllers() {}

    /** Those of a run that begins. */
    static CheckedControllers begin(Elements elements) {
        CheckedControllers begun = new CheckedControllers();
        RUNS.put(elements, new WeakReference<>(begun));
        return begun;
    }

    /** Those of this run; none if {@link JetalystProcessor} does not take part in it. */
    static CheckedControllers of(Elements elements) {
        WeakReference<CheckedControllers> run = RUNS.get(elements);
        CheckedControllers known = run == null ? null : run.get();
        return known == null ? new CheckedControllers() : known;
    }

    void add(Checked<ControllerModel> controller) {
        controllers.put(controller.value().type().name().qualifiedName(), controller);
    }

    /** The controller of this name. Its origins are those of the round that read it, so a later round reports no problems at them. */
    Optional<Checked<ControllerModel>> find(String qualifiedName) {
        return Optional.ofNullable(controllers.get(qualifiedName));
    }
}
