package gg.jte.models.runtime;

public interface JteModel {}
