package io.jetalyst.testkit.tests.http;

import io.jetalyst.http.EntityTag;

/** An article; each change has the next version. */
record Article(long id, String title, int version) {
    EntityTag tag() {
        return EntityTag.of("v" + version);
    }
}
