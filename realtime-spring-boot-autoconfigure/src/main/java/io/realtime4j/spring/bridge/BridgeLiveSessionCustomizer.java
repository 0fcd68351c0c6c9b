package io.realtime4j.spring.bridge;

import io.realtime4j.live.session.LiveSpec;

/**
 * Callback interface that can be implemented by beans wishing to customize the live
 * session of a page, where pages talk with sessions of that family: other instructions
 * for another user, or its own listeners and attributes. It is called when a conversation
 * begins, not when a page finds it again. It may block; what it throws refuses the page.
 *
 * @since 0.1.0
 * @see BridgeSessionCustomizer
 */
@FunctionalInterface
public interface BridgeLiveSessionCustomizer {

	/**
	 * Customize the session of a page.
	 * @param connection who connects
	 * @param spec the session as it is configured
	 */
	void customize(BridgeConnection connection, LiveSpec.Builder spec);

}
