package io.jetalyst.testkit.tests.http;

import java.nio.file.Path;

/** The folder of the files that clients may read. */
record Folder(Path path) {}
