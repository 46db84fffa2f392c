package io.jetalyst.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a parameter of a POST, PUT or PATCH method to a field of an HTML form, in {@code application/x-www-form-urlencoded} or in
 * {@code multipart/form-data} (RFC 7578).
 *
 * <p>Types: those of {@link QueryParam}. A field that is missing, given twice or not convertible is answered with 400 and the name of the
 * field. It may be missing if the type is {@code Optional} or the parameter has a {@link DefaultValue}.
 *
 * <p>A browser sends an empty text for a field that the user left empty. It counts as missing, except for a {@code String} without a default value,
 * which is empty then. A {@code boolean} is a checkbox: {@code true} for the texts {@code on} and {@code true}, and {@code false} if the
 * field is missing, because browsers send nothing for a checkbox that is not checked.
 *
 * <p>An {@code UploadedFile} is a file of {@code multipart/form-data}; the form of the page needs {@code enctype="multipart/form-data"}. It may be
 * in an {@code Optional}, which is empty if the user has chosen no file, or in a {@code List}.
 *
 * <p>A form has at most 1,000 fields, whose names have at most 256 characters, and at most {@code server.max-body} bytes, or
 * {@code server.max-upload} if the method takes files; longer ones are answered with 413. {@link MaxBody} changes that for one method, and
 * {@link #maxBytes} limits each file. The header of a part has at most 8 KiB. A malformed form, or one that is not UTF-8, is answered with 400.
 *
 * <pre>{@code
 * @Post("/polls/{poll}/votes")
 * Response vote(long poll, @FormParam String choice, @FormParam Optional<Integer> age, @FormParam boolean anonymous) { ... }
 *
 * @Post("/articles/{article}/image")
 * void add(long article, @FormParam String title, @FormParam(maxBytes = 2_000_000) UploadedFile image) throws IOException { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface FormParam {
    /** The name of the field, which is case-sensitive; empty for the name of the parameter. */
    String value() default "";

    /**
     * The longest file, in bytes, if the parameter is an {@code UploadedFile}, or a list of them, each of which may be as long. A longer file is
     * answered with 413 and the name of the field; it is an error of the field in a {@code Submitted}. The rest of such a file is not stored.
     */
    long maxBytes() default Long.MAX_VALUE;
}
