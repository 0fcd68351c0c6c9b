package io.realtime4j.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Those who wait until a conversation is written. Not safe for use by several threads.
 */
final class AwaitedWrites {

	private final List<Waiter> next = new ArrayList<>();

	private final List<Waiter> current = new ArrayList<>();

	/**
	 * Wait for a write that begins after this.
	 * @param patient whether to wait for another one if it fails
	 * @return completes with whether it was written
	 */
	CompletableFuture<Boolean> add(boolean patient) {
		Waiter waiter = new Waiter(new CompletableFuture<>(), patient);
		this.next.add(waiter);
		return waiter.written();
	}

	/**
	 * Return whether somebody waits for a write that has not begun.
	 */
	boolean isDue() {
		return !this.next.isEmpty();
	}

	/**
	 * A write begins.
	 */
	void begin() {
		this.current.addAll(this.next);
		this.next.clear();
	}

	/**
	 * Take those who waited for the write that has succeeded.
	 */
	List<CompletableFuture<Boolean>> takeWritten() {
		List<CompletableFuture<Boolean>> written = this.current.stream().map(Waiter::written).toList();
		this.current.clear();
		return written;
	}

	/**
	 * Take those who do not wait for a store that fails.
	 */
	List<CompletableFuture<Boolean>> takeImpatient() {
		begin();
		List<CompletableFuture<Boolean>> impatient = this.current.stream()
			.filter((waiter) -> !waiter.patient())
			.map(Waiter::written)
			.toList();
		this.current.removeIf((waiter) -> !waiter.patient());
		this.next.addAll(this.current);
		this.current.clear();
		return impatient;
	}

	List<CompletableFuture<Boolean>> takeAll() {
		begin();
		return takeWritten();
	}

	/**
	 * Somebody who waits.
	 *
	 * @param written completes with whether it was written
	 * @param patient whether to wait for another write if one fails
	 */
	private record Waiter(CompletableFuture<Boolean> written, boolean patient) {

	}

}
