/**
 * Sessions of the {@code live} protocol, on the engine that all sessions stand on.
 */
@NullMarked
package io.realtime4j.live.session;

import org.jspecify.annotations.NullMarked;
