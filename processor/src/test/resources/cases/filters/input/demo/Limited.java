package demo;

import io.jetalyst.annotation.Filtered;

@Filtered(Limit.class)
@interface Limited {
    int perMinute();
}
