package io.realtime4j.spring.store.jdbc;

import io.realtime4j.store.ConversationStore;
import io.realtime4j.store.InMemoryConversationStore;

/**
 * Tests for {@link InMemoryConversationStore}.
 */
class InMemoryConversationStoreTests extends ConversationStoreContract {

	private final InMemoryConversationStore store = new InMemoryConversationStore();

	@Override
	ConversationStore store() {
		return this.store;
	}

}
