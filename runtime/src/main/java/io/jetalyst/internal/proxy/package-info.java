/** The request as the client sent it, if proxies are between: scheme, authority and address of the client, and the allowed hosts. */
@NullMarked
package io.jetalyst.internal.proxy;

import org.jspecify.annotations.NullMarked;
