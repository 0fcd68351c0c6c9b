package io.realtime4j.spring.bridge.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

import io.realtime4j.spring.bridge.connection.PageOutput;
import org.jspecify.annotations.Nullable;

/**
 * Leads to the page of a session, whichever connection it has. While there is none,
 * speech waits for the next one within bounds; all else the next one is told anyway.
 */
final class PageChannel implements PageOutput {

	/**
	 * About 20 seconds of speech.
	 */
	private static final long MAX_KEPT_BYTES = 1024 * 1024;

	private final Deque<Consumer<PageOutput>> kept = new ArrayDeque<>();

	private @Nullable PageOutput page;

	private long keptBytes;

	/**
	 * Lead to a connection from now on.
	 * @param page the connection
	 * @param greeting what it is told first
	 */
	synchronized void connect(PageOutput page, String greeting) {
		this.page = page;
		page.tell(greeting);
		this.kept.forEach((message) -> message.accept(page));
		forgetKept();
	}

	/**
	 * Lead nowhere from now on.
	 */
	synchronized void disconnect() {
		this.page = null;
	}

	/**
	 * Return how much speech waits for the next connection.
	 * @return the size, in bytes
	 */
	synchronized long keptSize() {
		return this.keptBytes;
	}

	@Override
	public synchronized void tell(String json) {
		if (this.page != null) {
			this.page.tell(json);
		}
	}

	@Override
	public synchronized void tellOfAudio(String json) {
		deliver(json.length(), (page) -> page.tellOfAudio(json));
	}

	@Override
	public synchronized void play(byte[] pcm16) {
		deliver(pcm16.length, (page) -> page.play(pcm16));
	}

	@Override
	public synchronized void dropAudio() {
		forgetKept();
		if (this.page != null) {
			this.page.dropAudio();
		}
	}

	private void deliver(int size, Consumer<PageOutput> message) {
		if (this.page != null) {
			message.accept(this.page);
		}
		else if (this.keptBytes + size <= MAX_KEPT_BYTES) {
			this.kept.add(message);
			this.keptBytes += size;
		}
		else {
			// Half a sentence helps nobody: nothing more is kept, and what was is
			// forgotten
			this.kept.clear();
			this.keptBytes = MAX_KEPT_BYTES;
		}
	}

	private void forgetKept() {
		this.kept.clear();
		this.keptBytes = 0;
	}

}
