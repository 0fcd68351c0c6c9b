package io.realtime4j.spring.event;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import io.realtime4j.session.SessionLimits;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Holds events until their listeners are there, each lane in its order. When a lane holds
 * as much as an inbox may, whoever brings more to it waits, so that the session reads no
 * further.
 */
final class EventGate {

	private static final Log logger = LogFactory.getLog(EventGate.class);

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final Map<Object, Lane> lanes = new HashMap<>();

	private final Consumer<RealtimeEvent<?>> target;

	private final Executor executor;

	private final SessionLimits limits;

	private volatile State state;

	// Whether nothing was held, or all of it is told
	private volatile boolean empty = true;

	EventGate(Consumer<RealtimeEvent<?>> target, Executor executor, SessionLimits limits, boolean open) {
		this.target = target;
		this.executor = executor;
		this.limits = limits;
		this.state = open ? State.OPEN : State.HOLDING;
	}

	/**
	 * Tell an event, now or when the gate is opened.
	 * @param key the lane of the event, in which one is told at a time
	 * @param event the event
	 */
	void pass(Object key, RealtimeEvent<?> event) {
		if (this.state == State.HOLDING && hold(key, event)) {
			return;
		}
		if (this.state == State.OPEN) {
			if (!this.empty) {
				drain(key);
			}
			this.target.accept(event);
		}
	}

	private boolean hold(Object key, RealtimeEvent<?> event) {
		this.lock.lock();
		try {
			Lane lane = this.lanes.computeIfAbsent(key, (absent) -> new Lane());
			while (this.state == State.HOLDING && lane.isFull(this.limits)) {
				this.changed.awaitUninterruptibly();
			}
			if (this.state != State.HOLDING) {
				return false;
			}
			lane.add(event);
			this.empty = false;
			return true;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Tell what is held, on other threads, and hold nothing from now on.
	 */
	void open() {
		List<Object> held;
		this.lock.lock();
		try {
			this.state = State.OPEN;
			this.changed.signalAll();
			held = List.copyOf(this.lanes.keySet());
		}
		finally {
			this.lock.unlock();
		}
		held.forEach((key) -> {
			try {
				this.executor.execute(() -> drain(key));
			}
			catch (RejectedExecutionException ex) {
				// The application stops before it has started
				close();
			}
		});
	}

	/**
	 * Forget what is held, and tell nothing from now on.
	 */
	void close() {
		this.lock.lock();
		try {
			this.state = State.CLOSED;
			this.lanes.clear();
			this.empty = true;
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void drain(Object key) {
		Lane lane = lane(key);
		if (lane == null) {
			return;
		}
		lane.telling.lock();
		try {
			RealtimeEvent<?> event = next(key, lane);
			while (event != null) {
				tell(event);
				event = next(key, lane);
			}
		}
		finally {
			lane.telling.unlock();
		}
	}

	// An exception must not keep the events behind it from their listeners
	private void tell(RealtimeEvent<?> event) {
		try {
			this.target.accept(event);
		}
		catch (RuntimeException ex) {
			logger.error("A listener failed on " + event, ex);
		}
	}

	/**
	 * Return whether events may go past the gate.
	 * @return whether it is open and holds nothing
	 */
	boolean isClear() {
		return this.empty && this.state == State.OPEN;
	}

	private @Nullable Lane lane(Object key) {
		this.lock.lock();
		try {
			return this.lanes.get(key);
		}
		finally {
			this.lock.unlock();
		}
	}

	private @Nullable RealtimeEvent<?> next(Object key, Lane lane) {
		this.lock.lock();
		try {
			RealtimeEvent<?> event = (this.state == State.OPEN) ? lane.events.poll() : null;
			if (event == null && this.lanes.remove(key, lane)) {
				this.empty = this.lanes.isEmpty();
			}
			return event;
		}
		finally {
			this.lock.unlock();
		}
	}

	private enum State {

		HOLDING, OPEN, CLOSED

	}

	/**
	 * The events of a lane that are held.
	 */
	private static final class Lane {

		private final ReentrantLock telling = new ReentrantLock();

		private final Deque<RealtimeEvent<?>> events = new ArrayDeque<>();

		private long size;

		void add(RealtimeEvent<?> event) {
			this.events.add(event);
			this.size += length(event);
		}

		boolean isFull(SessionLimits limits) {
			return this.events.size() >= limits.inboxEvents() || this.size >= limits.inboxBytes();
		}

		private static long length(RealtimeEvent<?> event) {
			String json = event.json();
			return (json != null) ? json.length() : 0;
		}

	}

}
