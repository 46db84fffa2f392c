package io.jetalyst.codec.json;

import io.jetalyst.codec.JsonShape;

/** The phrases about values that are not as the type of the body requires, which are the same from every codec. */
public final class Expected {
    static final String MISSING = "is missing";

    public static final String OBJECT = "must be an object";
    public static final String ARRAY = "must be an array";
    public static final String STRING = "must be a string";
    public static final String BASE64 = "must be a string in Base64";
    public static final String NUMBER = "must be a number";
    public static final String WHOLE_NUMBER = "must be a whole number";
    public static final String BOOLEAN = "must be true or false";
    public static final String NOT_NULL = "must not be null";

    public static final String FORM = "does not have the expected form";
    public static final String VALUES = "has values that are not allowed";
    public static final String NO_MEMBER = "is unknown";
    public static final String DISCRIMINATOR_FIRST = "must come first in an object of this size";

    private Expected() {}

    /** The phrase about an object without a discriminator. */
    public static String discriminator(JsonShape.Kinds kinds) {
        return "is missing; it must be one of: " + kinds.names();
    }

    /** The phrase about a discriminator that is no string. */
    public static String kindName(JsonShape.Kinds kinds) {
        return "must be a string, one of: " + kinds.names();
    }

    /** The phrase about a discriminator that names no kind. */
    public static String kind(JsonShape.Kinds kinds) {
        return "must be one of: " + kinds.names();
    }
}
