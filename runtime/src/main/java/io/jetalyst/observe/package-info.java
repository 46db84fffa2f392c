/** The interfaces of extensions that observe an application, for metrics and logs. */
@NullMarked
package io.jetalyst.observe;

import org.jspecify.annotations.NullMarked;
