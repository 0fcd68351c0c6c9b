package io.realtime4j.session;

/**
 * Close cause when a rule of the application closed the session, such as a budget. Each
 * rule has its own cause.
 *
 * @since 0.1.0
 */
public non-sealed interface ClosedByPolicy extends CloseCause {

}
