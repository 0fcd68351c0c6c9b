package io.realtime4j.session;

/**
 * A rule of the application closed the session, such as a budget. Rules have causes of
 * their own, which say which one it was.
 *
 * @since 0.1.0
 */
public non-sealed interface ClosedByPolicy extends CloseCause {

}
