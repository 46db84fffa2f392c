package io.jetalyst.processor.write;

import io.jetalyst.processor.model.ParamModel;

/** Writes the expression that takes files of a form. */
final class UploadWriter {
    private UploadWriter() {}

    /** {@code params.file("image")}, {@code params.optionalFile("image")}, {@code params.files("image")}. */
    static CodeBlock write(String params, ParamModel.Upload upload) {
        String method = switch (upload.shape()) {
            case LIST -> "files";
            case OPTIONAL -> "optionalFile";
            default -> "file";
        };
        return CodeBlock.of("$N.$L($S)", params, method, upload.name());
    }
}
