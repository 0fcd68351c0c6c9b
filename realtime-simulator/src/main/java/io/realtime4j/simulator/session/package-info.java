/**
 * Session on the side of the server, and the commands that change it. Tests use
 * {@link io.realtime4j.simulator.session.SessionRefusal}, and nothing else of this
 * package.
 */
@NullMarked
package io.realtime4j.simulator.session;

import org.jspecify.annotations.NullMarked;
