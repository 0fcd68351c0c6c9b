/**
 * Sessions of the {@code translation} protocol, on the engine that all sessions stand on.
 */
@NullMarked
package io.realtime4j.translation.session;

import org.jspecify.annotations.NullMarked;
