package io.realtime4j.live.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

import io.realtime4j.live.model.LiveRole;
import io.realtime4j.live.model.session.InitialItem;
import io.realtime4j.live.model.session.InitialMessage;
import org.jspecify.annotations.Nullable;

/**
 * The words of a session, as another one can start with them: pieces of one speaker make
 * one message. The oldest are forgotten where servers would take no more. Not
 * thread-safe: a protocol uses it under the lock of its session.
 */
final class LiveWords {

	private static final int MAX_MESSAGES = 128;

	/**
	 * Servers take 8,192 tokens, of which each has three characters at the least in the
	 * languages that use most of them.
	 */
	private static final int MAX_LENGTH = 3 * 8192;

	private final Deque<Words> all = new ArrayDeque<>();

	private int length;

	/**
	 * Begin with items that were there before anybody spoke.
	 * @param before the items, or {@code null} for none
	 * @param past what was said before
	 */
	LiveWords(@Nullable List<InitialItem> before, LivePast past) {
		if (before != null) {
			before.forEach(this::add);
		}
		past.messages().forEach(this::add);
	}

	private void add(InitialItem item) {
		add(new Words(item, null, new StringBuilder()), length(item));
	}

	private static int length(InitialItem item) {
		return (item instanceof InitialMessage message)
				? message.content().stream().mapToInt((content) -> content.text().length()).sum()
				: item.toString().length();
	}

	/**
	 * Add a piece of what somebody says.
	 */
	void hear(LiveRole role, String delta) {
		Words last = this.all.peekLast();
		if (last != null && role.equals(last.role())) {
			last.text().append(delta);
			this.length += delta.length();
			forget();
		}
		else if (!delta.isBlank()) {
			add(new Words(null, role, new StringBuilder(delta)), delta.length());
		}
	}

	/**
	 * Add a message that the user wrote.
	 */
	void write(String text) {
		add(InitialMessage.of(LiveRole.USER, text));
	}

	/**
	 * Add a message of the application.
	 */
	void tell(String text) {
		add(InitialMessage.of(LiveRole.DEVELOPER, text));
	}

	private void add(Words words, int size) {
		this.all.add(words);
		this.length += size;
		forget();
	}

	private void forget() {
		while (this.all.size() > MAX_MESSAGES || (this.length > MAX_LENGTH && this.all.size() > 1)) {
			this.length -= this.all.remove().length();
		}
		Words only = this.all.peek();
		if (this.length > MAX_LENGTH && only != null && only.item() == null) {
			only.text().delete(0, this.length - MAX_LENGTH);
			this.length = MAX_LENGTH;
		}
	}

	List<InitialItem> items() {
		return this.all.stream().map(Words::toItem).toList();
	}

	/**
	 * A message.
	 *
	 * @param item the message, or {@code null} if it is still being said
	 * @param role who is saying it, or {@code null} if nobody is
	 * @param text the text so far
	 */
	private record Words(@Nullable InitialItem item, @Nullable LiveRole role, StringBuilder text) {

		int length() {
			return (this.item != null) ? LiveWords.length(this.item) : this.text.length();
		}

		InitialItem toItem() {
			return (this.role != null) ? InitialMessage.of(this.role, this.text.toString().strip())
					: Objects.requireNonNull(this.item, "'item' must not be null");
		}

	}

}
