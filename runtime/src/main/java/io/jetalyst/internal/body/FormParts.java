package io.jetalyst.internal.body;

import io.jetalyst.body.Form;
import io.jetalyst.body.UploadedFile;
import io.jetalyst.engine.PartReceiver;
import io.jetalyst.http.FileNames;
import io.jetalyst.http.Headers;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.InputError;
import io.jetalyst.http.Status;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a multipart form: texts and short files in memory, long files in the directory of uploads. One thread at a time. */
final class FormParts implements PartReceiver {
    private static final String UNKNOWN_TYPE = "application/octet-stream";
    /** Values of Content-Transfer-Encoding that do not change the bytes; RFC 7578 §4.7 forbids the others. */
    private static final Set<String> IDENTITY = Set.of("7bit", "8bit", "binary");

    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private final Map<String, List<UploadedFile>> files = new LinkedHashMap<>();
    private final List<InputError> errors = new ArrayList<>(0);
    private final PartContent content;
    private final int maxTextBytes;
    private int parts;
    private long textBytes;
    private @Nullable PartName name;
    private String mediaType = UNKNOWN_TYPE;

    /** @param maxTextBytes the number of bytes of all texts together */
    FormParts(Uploads uploads, int maxTextBytes) {
        this.content = new PartContent(uploads);
        this.maxTextBytes = maxTextBytes;
    }

    /** Whether this number of further bytes may cause a write to the disk. */
    boolean mayWrite(int bytes) {
        return content.mayWrite(bytes);
    }

    @Override
    public void begin(Headers headers) {
        if (++parts > FormLimits.MAX_FIELDS) {
            throw FormDecoder.problem("", InputError.COUNT, "has more than " + FormLimits.MAX_FIELDS + " fields");
        }
        PartName next = PartName.of(headers);
        mediaType = headers.first("Content-Type").map(FormParts::mediaType).orElse(UNKNOWN_TYPE);
        if (next.file().isEmpty() && mediaType.startsWith("multipart/")) {
            throw FormDecoder.problem(
                    next.field(), InputError.ENCODING, "has parts of its own, which RFC 7578 does not allow");
        }
        if (!headers.all("Content-Transfer-Encoding").stream()
                .allMatch(encoding -> IDENTITY.contains(encoding.strip().toLowerCase(Locale.ROOT)))) {
            throw FormDecoder.problem(
                    next.field(),
                    InputError.ENCODING,
                    "has a Content-Transfer-Encoding, which RFC 7578 does not allow");
        }
        name = next;
    }

    private static String mediaType(String field) {
        return field.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public void content(ByteBuffer bytes) {
        PartName current = name;
        if (current == null) {
            return;
        }
        if (current.file().isPresent()) {
            try {
                content.add(bytes);
            } catch (IOException e) {
                throw PartContent.failed(e);
            }
            return;
        }
        textBytes += bytes.remaining();
        if (textBytes > maxTextBytes) {
            throw HttpProblem.of(
                    Status.CONTENT_TOO_LARGE, "The texts of the form are longer than " + maxTextBytes + " bytes.");
        }
        content.addText(bytes);
    }

    @Override
    public void end() {
        PartName current = name;
        if (current == null) {
            return;
        }
        name = null;
        if (current.file().isEmpty()) {
            addText(current.field(), content.take());
            return;
        }
        String fileName = current.file().get();
        if (fileName.isEmpty() && content.isEmpty()) {
            return; // the user has chosen no file
        }
        try {
            files.computeIfAbsent(current.field(), any -> new ArrayList<>(1))
                    .add(content.takeFile(FileNames.safe(fileName, "file"), mediaType));
        } catch (IOException e) {
            throw PartContent.failed(e);
        }
    }

    /** Adds a text, or the mistake in it: the other fields keep their texts. */
    private void addText(String field, byte[] bytes) {
        String detail;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf(0) < 0) {
                texts.computeIfAbsent(field, any -> new ArrayList<>(1)).add(text);
                return;
            }
            detail = "contains a NUL character";
        } catch (CharacterCodingException malformed) {
            detail = "is not valid UTF-8";
        }
        if (errors.stream().noneMatch(error -> error.name().equals(field))) {
            errors.add(new InputError(InputError.FORM, field, InputError.ENCODING, detail));
        }
    }

    Form form() {
        return Form.of(texts, files, errors);
    }

    /** Closes the file that is being written. */
    void abort() {
        content.close();
    }
}
