/**
 * The vocabulary of a Jetalyst application.
 *
 * <p>Every annotation has {@link java.lang.annotation.RetentionPolicy#CLASS} retention: the processor reads it from
 * source or from a library's class file, and nobody can reflect on it while the application runs.
 */
package io.jetalyst.annotation;
