package io.jetalyst.validation.avaje;

public final class AvajeValidator {}
