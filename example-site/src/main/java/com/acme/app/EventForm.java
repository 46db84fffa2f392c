package com.acme.app;

import io.jetalyst.annotation.FormParam;
import io.jetalyst.body.UploadedFile;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;

public record EventForm(
        @FormParam @NotBlank @Size(max = 80) String title,
        @FormParam @Future LocalDate date,
        @FormParam(maxBytes = 300_000) Optional<UploadedFile> picture) {}
