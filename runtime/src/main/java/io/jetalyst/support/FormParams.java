package io.jetalyst.support;

import io.jetalyst.body.Form;
import io.jetalyst.body.UploadedFile;
import io.jetalyst.filter.Context;
import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.InputError;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields and files of a form, which is read once for all of them. */
final class FormParams {
    private final Params params;
    private final @Nullable Form form;

    FormParams(Params params, Context context) {
        this.params = params;
        this.form = read(params, context);
    }

    /** The form; {@code null} if it is malformed as a whole, which is one mistake for all its fields. */
    private static @Nullable Form read(Params params, Context context) {
        try {
            return context.body().form();
        } catch (BindingProblem malformed) {
            params.reportUnreadable(malformed);
            return null;
        }
    }

    Param text(String name) {
        return form == null
                ? Param.unreadable(params, InputError.FORM, name)
                : params.decoded(InputError.FORM, name, form.texts(name), form.errors());
    }

    UploadedFile file(String name) {
        List<UploadedFile> files = files(name);
        if (files.isEmpty() && form != null && !isText(form, name) && !isMalformed(form, name)) {
            report(name, InputError.REQUIRED, "is missing");
        }
        return single(name, files).orElseGet(Param::nothing);
    }

    Optional<UploadedFile> optionalFile(String name) {
        return single(name, files(name));
    }

    private Optional<UploadedFile> single(String name, List<UploadedFile> files) {
        if (files.size() > 1) {
            report(name, InputError.REPEATED, "has " + files.size() + " files instead of one");
        }
        return files.size() == 1 ? Optional.of(files.get(0)) : Optional.empty();
    }

    List<UploadedFile> files(String name) {
        if (form == null) {
            return List.of();
        }
        if (!params.reportMalformed(name, form.errors()) && isText(form, name)) {
            report(name, InputError.TYPE, "must be a file, in a form of the type multipart/form-data");
        }
        return form.files(name);
    }

    /** Whether the client sent a text instead of a file. */
    private static boolean isText(Form form, String name) {
        return form.files(name).isEmpty() && form.texts(name).stream().anyMatch(text -> !text.isEmpty());
    }

    private static boolean isMalformed(Form form, String name) {
        return form.errors().stream().anyMatch(error -> error.name().equals(name));
    }

    private void report(String name, String code, String detail) {
        params.report(new InputError(InputError.FORM, name, code, detail));
    }
}
