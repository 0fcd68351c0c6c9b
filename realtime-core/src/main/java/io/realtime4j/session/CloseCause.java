package io.realtime4j.session;

/**
 * Reason why a session ended.
 *
 * @since 0.1.0
 */
public sealed interface CloseCause
		permits ClosedByApplication, ConnectionEnded, SettingsRefused, OpenTimedOut, ClosedByPolicy {

	/**
	 * Return a message about what happened and what can be done about it, without
	 * secrets.
	 * @return the description
	 */
	String message();

}
