package com.acme.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

public record Event(long id, String title, LocalDate date, Optional<UUID> picture, List<String> guests) {}
