package io.jetalyst.codec.json;

import io.jetalyst.codec.JsonShape;

/** The sentences about values that are not as the type of the body requires, which are the same from every codec. */
public final class Expected {
    public static final String OBJECT = "An object is expected.";
    public static final String ARRAY = "An array is expected.";
    public static final String STRING = "A string is expected.";
    public static final String BASE64 = "A string is expected, in Base64.";
    public static final String NUMBER = "A number is expected.";
    public static final String WHOLE_NUMBER = "A whole number is expected.";
    public static final String BOOLEAN = "True or false is expected.";
    public static final String NOT_NULL = "The value must not be null.";

    public static final String FORM = "The value does not have the expected form.";
    public static final String VALUES = "The values of the object are not allowed.";
    public static final String NO_MEMBER = "There is no such member.";
    public static final String DISCRIMINATOR_FIRST = "The member must come first in an object of this size.";

    private Expected() {}

    /** The sentence about an object without a discriminator. */
    public static String discriminator(JsonShape.Kinds kinds) {
        return "The member is required. It is one of: " + kinds.names() + ".";
    }

    /** The sentence about a discriminator that is no string. */
    public static String kindName(JsonShape.Kinds kinds) {
        return "A string is expected, one of: " + kinds.names() + ".";
    }

    /** The sentence about a discriminator that names no kind. */
    public static String kind(JsonShape.Kinds kinds) {
        return "There is no such kind. It is one of: " + kinds.names() + ".";
    }
}
