package io.jetalyst.socket;

/**
 * The topics of an application, by name; any controller may take it in its constructor. A topic takes room only while somebody is
 * subscribed to it.
 */
public interface Topics {
    /**
     * The topic of this name.
     *
     * @throws IllegalStateException if the name is in use with another type
     * @throws IllegalArgumentException if the name is empty or longer than 256 characters
     * @throws io.jetalyst.codec.UnsupportedTypeException if no codec can write the type
     */
    <T> Topic<T> topic(String name, Class<T> type);
}
