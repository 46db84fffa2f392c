package io.jetalyst.validation.avaje;

import io.avaje.validation.adapter.ValidationAdapter;
import io.avaje.validation.adapter.ValidationRequest;

/**
 * Validates primitive values as objects. The adapters of avaje-validator can do without objects, but not after {@link #andThen}: a primitive
 * member with two constraints, such as {@code @Min(1) @Max(9) int page}, could not be validated at all.
 */
final class BoxingAdapter<T> implements ValidationAdapter<T>, ValidationAdapter.Primitive {
    private final ValidationAdapter<T> adapter;

    BoxingAdapter(ValidationAdapter<T> adapter) {
        this.adapter = adapter;
    }

    @Override
    public boolean validate(T value, ValidationRequest request, String member) {
        return adapter.validate(value, request, member);
    }

    @Override
    public Primitive primitive() {
        return this;
    }

    @Override
    public ValidationAdapter<T> andThen(ValidationAdapter<? super T> next) {
        return new BoxingAdapter<>(adapter.andThen(next));
    }

    @SuppressWarnings("unchecked") // generated code calls the method for the type of the member
    private boolean boxed(Object value, ValidationRequest request, String member) {
        return adapter.validate((T) value, request, member);
    }

    @Override
    public boolean validate(boolean value, ValidationRequest request, String member) {
        return boxed(value, request, member);
    }

    @Override
    public boolean validate(byte value, ValidationRequest request, String member) {
        return boxed(value, request, member);
    }

    @Override
    public boolean validate(char value, ValidationRequest request, String member) {
        return boxed(value, request, member);
    }

    @Override
    public boolean validate(double value, ValidationRequest request, String member) {
        return boxed(value, request, member);
    }

    @Override
    public boolean validate(float value, ValidationRequest request, String member) {
        return boxed(value, request, member);
    }

    @Override
    public boolean validate(int value, ValidationRequest request, String member) {
        return boxed(value, request, member);
    }

    @Override
    public boolean validate(long value, ValidationRequest request, String member) {
        return boxed(value, request, member);
    }

    @Override
    public boolean validate(short value, ValidationRequest request, String member) {
        return boxed(value, request, member);
    }
}
