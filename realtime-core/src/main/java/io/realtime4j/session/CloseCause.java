package io.realtime4j.session;

/**
 * Reason why a session ended.
 *
 * @since 0.1.0
 */
public sealed interface CloseCause
		permits ClosedByApplication, ConnectionEnded, SettingsRefused, OpenTimedOut, ClosedByPolicy {

	/**
	 * Return what happened and what can be done, for people. It holds no secret of this
	 * side.
	 * @return the description
	 */
	String message();

}
