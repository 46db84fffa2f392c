/** Sessions: values that the server keeps for one browser, and the interfaces of an extension that stores them. */
@NullMarked
package io.jetalyst.session;

import org.jspecify.annotations.NullMarked;
