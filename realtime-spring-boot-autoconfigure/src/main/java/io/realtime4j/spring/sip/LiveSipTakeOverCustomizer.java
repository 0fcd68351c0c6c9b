package io.realtime4j.spring.sip;

import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.store.StoredConversation;

/**
 * Callback interface that can be implemented by beans wishing to customize the live
 * session that goes on with the call of another node. The service still has the settings
 * that the call was accepted with: those of the spec are the configured ones, and are not
 * sent. Tools, listeners, attributes and limits are those of the configuration. What only
 * the other node knew can be read from the {@linkplain StoredConversation#notes() notes}
 * of the conversation.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface LiveSipTakeOverCustomizer {

	/**
	 * Customize the session.
	 * @param callId the id of the call
	 * @param conversation the conversation so far
	 * @param builder the spec of the session, which is attached to the call
	 */
	void customize(String callId, StoredConversation conversation, LiveSpec.Builder builder);

}
