package demo;

/** Carries an annotation that carries one. */
@Staff
public @interface Office {}
