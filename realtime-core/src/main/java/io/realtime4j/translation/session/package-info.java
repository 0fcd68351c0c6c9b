/**
 * Sessions of the {@code translation} protocol.
 */
@NullMarked
package io.realtime4j.translation.session;

import org.jspecify.annotations.NullMarked;
