package io.realtime4j.spring.bridge.access;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import io.realtime4j.session.VoiceSession;

/**
 * Internal counter of the memory that all pages use together, which ends the largest
 * conversation when the limit is exceeded.
 */
public final class PageMemory {

	/**
	 * New pages are refused before those that talk already have to give way.
	 */
	private static final double FULL = 0.9;

	private final Set<Share> shares = ConcurrentHashMap.newKeySet();

	private final AtomicLong total = new AtomicLong();

	private final long max;

	private final Executor executor;

	/**
	 * Create a count.
	 * @param max the most that all pages may hold, in bytes
	 * @param executor ends who gives way
	 */
	public PageMemory(long max, Executor executor) {
		this.max = max;
		this.executor = executor;
	}

	/**
	 * Return whether a new session may be made.
	 * @return whether there is memory left
	 */
	boolean hasRoom() {
		return this.total.get() < FULL * this.max;
	}

	/**
	 * Return how much all pages hold.
	 * @return the sum, in bytes
	 */
	long total() {
		return this.total.get();
	}

	Share share() {
		Share share = new Share();
		this.shares.add(share);
		return share;
	}

	private void relieve() {
		while (this.total.get() > this.max) {
			Optional<Share> largest = this.shares.stream().max(Comparator.comparingLong(Share::counted));
			if (largest.isEmpty()) {
				return;
			}
			if (largest.get().release()) {
				end(largest.get().giveWay);
			}
		}
	}

	// This thread may be that of another session, which must not wait for this one
	private void end(Runnable giveWay) {
		try {
			this.executor.execute(giveWay);
		}
		catch (RejectedExecutionException ex) {
			// The application has stopped, and all sessions end
		}
	}

	/**
	 * Part of the memory that one session takes, with its page.
	 */
	public final class Share {

		private volatile LongSupplier session = () -> 0;

		private volatile LongSupplier page = () -> 0;

		private volatile Runnable giveWay = () -> {
		};

		private boolean over;

		private volatile long counted;

		/**
		 * Count what a session holds.
		 * @param session the session, which ends if it has to give way
		 */
		void of(VoiceSession session) {
			this.session = session::heldSize;
			this.giveWay = session::close;
		}

		/**
		 * Count what waits to be sent to a page, too.
		 * @param page returns how much that is, in bytes; by any thread
		 */
		public void page(LongSupplier page) {
			this.page = page;
		}

		/**
		 * Set what happens if this share has to give way, instead of closing the session.
		 * @param action what to do
		 */
		public void whenOver(Runnable action) {
			this.giveWay = action;
		}

		long counted() {
			return this.counted;
		}

		/**
		 * Count anew.
		 */
		void count() {
			synchronized (this) {
				if (this.over) {
					return;
				}
				long now = this.session.getAsLong() + this.page.getAsLong();
				PageMemory.this.total.addAndGet(now - this.counted);
				this.counted = now;
			}
			relieve();
		}

		/**
		 * Count nothing any more.
		 * @return whether it did until now
		 */
		synchronized boolean release() {
			PageMemory.this.shares.remove(this);
			if (this.over) {
				return false;
			}
			this.over = true;
			PageMemory.this.total.addAndGet(-this.counted);
			this.counted = 0;
			return true;
		}

	}

}
