package io.jetalyst.testkit.tests.inherited;

/** A value with a JSON adapter. */
record Note(long id, String text) {}
