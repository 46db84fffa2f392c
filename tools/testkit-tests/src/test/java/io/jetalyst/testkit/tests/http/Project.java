package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.ConvertWith;

/** A project with tasks. */
@ConvertWith(ProjectConverter.class)
record Project(long id, String name) {}
