package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.FormParam;
import java.util.Optional;

record Order(
        @FormParam String photo,
        @FormParam int copies,
        @FormParam Optional<String> remark) {}
