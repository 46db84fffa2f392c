/** Answers the questions of a load balancer: is the process alive, and is it ready for requests? */
@NullMarked
package io.jetalyst.internal.health;

import org.jspecify.annotations.NullMarked;
