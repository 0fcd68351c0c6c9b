package io.realtime4j.spring.sip;

import io.realtime4j.session.SessionSpec;
import io.realtime4j.store.StoredConversation;

/**
 * Callback interface that can be implemented by beans wishing to customize the session
 * that goes on with the call of another node. The service still has the settings that the
 * call was accepted with, so that the spec has none; tools, listeners, attributes and
 * limits are those of the configuration. What only the other node knew can be read from
 * the {@linkplain StoredConversation#notes() notes} of the conversation.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SipTakeOverCustomizer {

	/**
	 * Customize the session.
	 * @param callId the id of the call
	 * @param conversation the conversation so far
	 * @param builder the spec of the session
	 */
	void customize(String callId, StoredConversation conversation, SessionSpec.Builder builder);

}
