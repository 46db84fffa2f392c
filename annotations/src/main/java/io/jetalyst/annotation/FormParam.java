package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a parameter of a POST, PUT or PATCH method to a field of an HTML form ({@code application/x-www-form-urlencoded}).
 *
 * <p>Types: those of {@link QueryParam}. A field that is missing, given twice or not convertible is answered with 400 and the name of the
 * field. It may be missing if the type is {@code Optional} or the parameter has a {@link DefaultValue}.
 *
 * <p>A browser sends an empty text for a field that the user left empty. It counts as missing, except for a {@code String} without a default value,
 * which is empty then. A {@code boolean} is a checkbox: {@code true} for the texts {@code on} and {@code true}, and {@code false} if the
 * field is missing, because browsers send nothing for a checkbox that is not checked.
 *
 * <p>A form has at most 1,000 fields, whose names have at most 256 characters, and at most {@code server.max-body} bytes. A form that is
 * not valid percent-encoded UTF-8 is answered with 400.
 *
 * <pre>{@code
 * @Post("/polls/{poll}/votes")
 * Response vote(long poll, @FormParam String choice, @FormParam Optional<Integer> age, @FormParam boolean anonymous) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface FormParam {
    /** The name of the field, which is case-sensitive; empty for the name of the parameter. */
    String value() default "";
}
