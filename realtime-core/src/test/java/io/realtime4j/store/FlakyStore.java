package io.realtime4j.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * A store that fails when a test says so, before or after it has done its work.
 */
final class FlakyStore implements ConversationStore {

	private final InMemoryConversationStore store = new InMemoryConversationStore();

	private final List<ConversationWrite> writes = new ArrayList<>();

	private boolean refusing;

	private boolean forgetful;

	private Runnable meanwhile = () -> {
	};

	/**
	 * Return what was tried to write.
	 */
	List<ConversationWrite> writes() {
		return this.writes;
	}

	/**
	 * Take nothing any more, or take it again.
	 */
	FlakyStore refuse(boolean refusing) {
		this.refusing = refusing;
		return this;
	}

	/**
	 * Take what is written, and tell that it failed.
	 */
	void losesAnswers(boolean forgetful) {
		this.forgetful = forgetful;
	}

	/**
	 * Do something while something is being written.
	 */
	void meanwhile(Runnable meanwhile) {
		this.meanwhile = meanwhile;
	}

	@Override
	public void write(ConversationWrite write) {
		this.writes.add(write);
		this.meanwhile.run();
		if (this.refusing) {
			throw new IllegalStateException("no store");
		}
		this.store.write(write);
		if (this.forgetful) {
			throw new IllegalStateException("no answer");
		}
	}

	@Override
	public @Nullable ClaimedConversation claim(String id, long owner, UnaryOperator<String> details) {
		return this.store.claim(id, owner, details);
	}

	@Override
	public @Nullable ConversationHeader find(String id) {
		return this.store.find(id);
	}

	@Override
	public List<ItemRecord> items(String id) {
		return this.store.items(id);
	}

	@Override
	public List<ConversationHeader> findByUser(String user, int limit) {
		return this.store.findByUser(user, limit);
	}

	@Override
	public boolean delete(String id) {
		return this.store.delete(id);
	}

	@Override
	public int deleteByUser(String user) {
		return this.store.deleteByUser(user);
	}

	@Override
	public int deleteUpdatedBefore(Instant time, int limit) {
		return this.store.deleteUpdatedBefore(time, limit);
	}

}
