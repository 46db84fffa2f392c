package jakarta.validation.constraints;

public @interface Min {
    long value();
}
