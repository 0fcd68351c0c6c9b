package io.realtime4j.spring.bridge;

import io.realtime4j.session.SessionSpec;

/**
 * Callback interface that can be implemented by beans wishing to customize the session of
 * a page: other instructions for another user, or its own listeners and attributes. It is
 * called when a conversation begins, not when a page finds it again. It may block; what
 * it throws refuses the page.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BridgeSessionCustomizer {

	/**
	 * Customize the session of a page.
	 * @param connection who connects
	 * @param spec the session as it is configured
	 */
	void customize(BridgeConnection connection, SessionSpec.Builder spec);

}
