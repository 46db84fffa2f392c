package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.ConvertWith;

/** A task of a project. */
@ConvertWith(TaskConverter.class)
record Task(long id, String title) {}
