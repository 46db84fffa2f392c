/** Values of HTTP: requests, responses, problems. Nothing here knows an engine. */
@NullMarked
package io.jetalyst.http;

import org.jspecify.annotations.NullMarked;
