package io.avaje.validation;

public @interface ImportValidPojo {
    Class<?>[] value();
}
