/**
 * Sessions of the {@code realtime} protocol. Applications that build a client by hand use
 * {@link io.realtime4j.session.realtime.DefaultRealtimeClient}, and nothing else of this
 * package.
 */
@NullMarked
package io.realtime4j.session.realtime;

import org.jspecify.annotations.NullMarked;
