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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a multipart form: texts and short files in memory, long files in the directory of uploads. One thread at a time. */
final class FormParts implements PartReceiver {
    private static final String UNKNOWN_TYPE = "application/octet-stream";
    /** Values of Content-Transfer-Encoding that do not change the bytes; RFC 7578 §4.7 forbids the others. */
    private static final Set<String> IDENTITY = Set.of("7bit", "8bit", "binary");

    private static final Set<Charset> PARTS_OF_UTF_8 = Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII);

    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private final Map<String, List<UploadedFile>> files = new LinkedHashMap<>();
    private final List<InputError> errors = new ArrayList<>(0);
    private final PartContent content;
    private final long maxTextBytes;
    private final Map<String, Long> maxFileBytes;
    private final LongConsumer memory;
    private int parts;
    private long textBytes;
    /** The bytes of the current file. */
    private long fileBytes;

    private @Nullable PartName name;
    private String mediaType = UNKNOWN_TYPE;
    /** Whether the part names no other charset than UTF-8 (RFC 7578 §4.4). */
    private boolean isUtf8 = true;

    /**
     * @param maxTextBytes the number of bytes of all texts together
     * @param maxFileBytes the number of bytes of each file of a field
     * @param memory reserves memory for so many bytes of this form in all
     */
    FormParts(Uploads uploads, long maxTextBytes, Map<String, Long> maxFileBytes, LongConsumer memory) {
        this.content = new PartContent(uploads);
        this.maxTextBytes = maxTextBytes;
        this.maxFileBytes = maxFileBytes;
        this.memory = memory;
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
        ContentType contentType = ContentType.of(headers);
        mediaType = contentType.type().isEmpty() ? UNKNOWN_TYPE : contentType.type();
        isUtf8 = contentType
                .charset()
                .flatMap(MediaTypeCheck::charset)
                .map(PARTS_OF_UTF_8::contains)
                .orElse(contentType.charset().isEmpty());
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

    @Override
    public void content(ByteBuffer bytes) {
        PartName current = name;
        if (current == null) {
            return;
        }
        if (current.file().isPresent()) {
            addToFile(current.field(), bytes);
            return;
        }
        textBytes += bytes.remaining();
        if (textBytes > maxTextBytes) {
            throw HttpProblem.of(
                    Status.CONTENT_TOO_LARGE, "The texts of the form are longer than " + maxTextBytes + " bytes.");
        }
        memory.accept(textBytes + content.kept());
        content.addText(bytes);
    }

    /** The rest of a file that is too long is read and dropped, so that the method can receive the other fields. */
    private void addToFile(String field, ByteBuffer bytes) {
        fileBytes += bytes.remaining();
        long max = maxFileBytes.getOrDefault(field, Long.MAX_VALUE);
        try {
            if (fileBytes <= max) {
                content.add(bytes);
            } else {
                content.drop();
            }
        } catch (IOException e) {
            throw content.failed(e);
        }
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
        long length = fileBytes;
        fileBytes = 0;
        long max = maxFileBytes.getOrDefault(current.field(), Long.MAX_VALUE);
        if (length > max) {
            report(current.field(), InputError.LENGTH, "is longer than " + max + " bytes");
            return;
        }
        String fileName = current.file().get();
        if (fileName.isEmpty() && content.isEmpty()) {
            return; // the user has chosen no file
        }
        try {
            files.computeIfAbsent(current.field(), any -> new ArrayList<>(1))
                    .add(content.takeFile(FileNames.safe(fileName, "file"), mediaType));
            memory.accept(textBytes + content.kept());
        } catch (IOException e) {
            throw content.failed(e);
        }
    }

    /** Adds a text, or the mistake in it: the other fields keep their texts. */
    private void addText(String field, byte[] bytes) {
        if (!isUtf8) {
            report(field, InputError.ENCODING, "must be encoded in UTF-8");
            return;
        }
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
        report(field, InputError.ENCODING, detail);
    }

    /** One mistake for each field. */
    private void report(String field, String code, String detail) {
        if (errors.stream().noneMatch(error -> error.name().equals(field))) {
            errors.add(new InputError(InputError.FORM, field, code, detail));
        }
    }

    Form form() {
        return Form.of(texts, files, errors);
    }

    /** Closes the file that is being written, and drops all that is in memory. */
    void abort() {
        content.abort();
        texts.clear();
        files.clear();
    }
}
