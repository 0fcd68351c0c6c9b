package io.realtime4j.conversation.completion;

import io.realtime4j.model.response.Response;
import org.jspecify.annotations.Nullable;

/**
 * Internal record of which responses belong to the conversation, also for servers that do
 * not report it. Not every server names conversations: as long as it has named none, all
 * of its responses belong to the only one. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class ResponseScopes {

	private @Nullable String conversationId;

	/**
	 * Create a new {@link ResponseScopes} instance.
	 */
	public ResponseScopes() {
	}

	/**
	 * Return whether a response belongs to the conversation, and remember whether the
	 * server names conversations.
	 * @param response the response as the server announced it
	 * @return {@code false} if it stands beside the conversation
	 */
	public boolean isOfConversation(Response response) {
		if (response.conversationId() != null) {
			this.conversationId = response.conversationId();
		}
		return response.conversationId() != null || this.conversationId == null;
	}

	/**
	 * Return whether a response may stand beside the conversation, whatever the server
	 * said of others.
	 * @param response the response
	 * @return {@code false} if the server names its conversation
	 */
	public static boolean mayBeBeside(Response response) {
		return response.conversationId() == null;
	}

	/**
	 * Return the id of the conversation, or {@code null} if the server does not send it.
	 */
	@Nullable String conversationId() {
		return this.conversationId;
	}

}
