/** Reads certificates and private keys from files, and reads them again when they change. */
@NullMarked
package io.jetalyst.internal.tls;

import org.jspecify.annotations.NullMarked;
