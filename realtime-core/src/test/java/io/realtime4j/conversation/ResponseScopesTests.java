package io.realtime4j.conversation;

import io.realtime4j.ServerTalk;
import io.realtime4j.conversation.completion.ResponseScopes;
import io.realtime4j.event.server.ResponseCreated;
import io.realtime4j.model.response.Response;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ResponseScopes}.
 */
class ResponseScopesTests {

	private final ResponseScopes scopes = new ResponseScopes();

	@Test
	void serverThatNamesNoConversationHasOne() {
		assertThat(this.scopes.isOfConversation(response("null"))).isTrue();
		assertThat(this.scopes.isOfConversation(response("null"))).isTrue();
		assertThat(ResponseScopes.mayBeBeside(response("null"))).isTrue();
	}

	@Test
	void responseWithoutNameStandsBesideOnceTheServerNamesConversations() {
		assertThat(this.scopes.isOfConversation(response("'conv_1'"))).isTrue();
		assertThat(this.scopes.isOfConversation(response("null"))).isFalse();
		assertThat(this.scopes.isOfConversation(response("'conv_1'"))).isTrue();
		assertThat(ResponseScopes.mayBeBeside(response("'conv_1'"))).isFalse();
	}

	private static Response response(String conversation) {
		return ((ResponseCreated) ServerTalk
			.event("{'type':'response.created','response':{'id':'r','conversation_id':" + conversation + "}}"))
			.response();
	}

}
