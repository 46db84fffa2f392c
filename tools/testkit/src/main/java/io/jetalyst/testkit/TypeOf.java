package io.jetalyst.testkit;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A generic type, for {@link TestResponse#json(TypeOf)}. A test creates an anonymous subclass:
 *
 * <pre>{@code
 * Page<Article> page = http.get("/articles").expect(200).json(new TypeOf<Page<Article>>() {});
 * }</pre>
 *
 * @param <T> the type
 */
public abstract class TypeOf<T> {
    private final Type type;

    protected TypeOf() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType direct)
                || direct.getRawType() != TypeOf.class) {
            throw new IllegalStateException("Create a TypeOf with its type and a body: new TypeOf<List<Room>>() {}.");
        }
        this.type = direct.getActualTypeArguments()[0];
    }

    Type type() {
        return type;
    }

    @Override
    public String toString() {
        return type.getTypeName();
    }
}
