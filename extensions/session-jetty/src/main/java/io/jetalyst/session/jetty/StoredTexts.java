package io.jetalyst.session.jetty;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.util.function.Predicate;
import org.eclipse.jetty.session.SessionData;
import org.eclipse.jetty.util.ClassLoadingObjectInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the values that a store of Jetty has serialized. They are texts only, so an attacker who can write to the store can create nothing else. */
final class StoredTexts {
    private static final ObjectInputFilter TEXTS = ObjectInputFilter.Config.createFilter(
            "maxdepth=3;maxarray=0;java.lang.String;java.lang.Integer;java.lang.Number;!*");

    private StoredTexts() {}

    /** Whether a session has a text of this name that fulfils the condition. */
    static boolean has(@Nullable SessionData values, String name, Predicate<String> condition) {
        return values != null && values.getAttribute(name) instanceof String text && condition.test(text);
    }

    static ObjectInputStream read(InputStream in) throws IOException {
        ObjectInputStream texts = new ClassLoadingObjectInputStream(in);
        texts.setObjectInputFilter(TEXTS);
        return texts;
    }
}
