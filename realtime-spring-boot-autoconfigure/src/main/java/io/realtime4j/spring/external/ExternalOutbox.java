package io.realtime4j.spring.external;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.logging.LimitedLog;
import org.apache.commons.logging.LogFactory;

/**
 * Internal outbox of events for other systems: one bounded queue for each session, which
 * threads of its own empty, so that whoever publishes slowly delays nothing of a session.
 *
 * @since 0.1.0
 */
public final class ExternalOutbox {

	private final Map<String, ExternalLane> lanes = new ConcurrentHashMap<>();

	private final AtomicLong published = new AtomicLong();

	private final AtomicLong dropped = new AtomicLong();

	private final LimitedLog log = new LimitedLog(LogFactory.getLog(ExternalOutbox.class));

	private final ExternalEventSender sender;

	private final ExternalOutboxSettings settings;

	private final Executor executor;

	private final ScheduledExecutorService scheduler;

	private volatile boolean open;

	/**
	 * Create an outbox that holds events until it is opened.
	 * @param sender publishes events
	 * @param settings the settings
	 * @param executor publishes; may be blocked
	 * @param scheduler waits between attempts
	 */
	public ExternalOutbox(ExternalEventSender sender, ExternalOutboxSettings settings, Executor executor,
			ScheduledExecutorService scheduler) {
		this.sender = sender;
		this.settings = settings;
		this.executor = executor;
		this.scheduler = scheduler;
	}

	void add(VoiceSession session, ExternalEvent event) {
		ExternalLane lane = this.lanes.compute(session.id(), (id, known) -> {
			ExternalLane taken = (known != null) ? known : new ExternalLane(session, this.settings.queueSize());
			if (!taken.add(event)) {
				onDropped(id, "because more wait than 'realtime.external-events.queue-size' allows");
			}
			return taken;
		});
		publish(lane);
	}

	/**
	 * Publish what was held, and publish at once from now on: the listeners are there.
	 */
	public void open() {
		this.open = true;
		this.lanes.values().forEach(this::publish);
	}

	/**
	 * Try without delay to publish all that waits, and give up what fails then.
	 * @return completes when nothing waits any more
	 */
	public CompletableFuture<?> flush() {
		List<CompletableFuture<?>> empty = this.lanes.values().stream().<CompletableFuture<?>>map((lane) -> {
			lane.hurry();
			publish(lane);
			return lane.empty();
		}).toList();
		return CompletableFuture.allOf(empty.toArray(CompletableFuture[]::new));
	}

	/**
	 * Return how many events wait.
	 * @return the number
	 */
	public long waiting() {
		return this.lanes.values().stream().mapToLong(ExternalLane::size).sum();
	}

	/**
	 * Return how many events were published.
	 * @return the number
	 */
	public long published() {
		return this.published.get();
	}

	/**
	 * Return how many events were given up.
	 * @return the number
	 */
	public long dropped() {
		return this.dropped.get();
	}

	private void publish(ExternalLane lane) {
		if (this.open && lane.begin()) {
			execute(lane);
		}
	}

	private void execute(ExternalLane lane) {
		try {
			this.executor.execute(lane.session().inContext(() -> run(lane)));
		}
		catch (RejectedExecutionException ex) {
			// The application ends; its threads are gone
			lane.end();
		}
	}

	private void run(ExternalLane lane) {
		ExternalEvent event = lane.next();
		while (event != null) {
			if (!send(lane, event)) {
				retryLater(lane);
				return;
			}
			event = lane.next();
		}
		this.lanes.computeIfPresent(lane.session().id(), (id, known) -> (known.size() == 0) ? null : known);
	}

	private boolean send(ExternalLane lane, ExternalEvent event) {
		try {
			this.sender.send(event);
			this.published.incrementAndGet();
			lane.done();
		}
		// Whatever a listener throws concerns its event alone
		catch (Throwable ex) {
			if (lane.fail() < this.settings.maxAttempts() && !lane.isHurried()) {
				this.log.warn(lane.session().id(), "An event for other systems is published again later", ex);
				return false;
			}
			lane.giveUp();
			onDropped(lane.session().id(), "because it cannot be published");
		}
		tellDropped(lane);
		return true;
	}

	private void tellDropped(ExternalLane lane) {
		long count = lane.takeDropped();
		if (count > 0) {
			try {
				this.sender.send(new ExternalEventsDropped(lane.session().id(), count));
			}
			catch (RuntimeException ex) {
				this.log.warn(lane.session().id(), "A listener for ExternalEventsDropped failed", ex);
			}
		}
	}

	private void retryLater(ExternalLane lane) {
		lane.pause();
		try {
			this.scheduler.schedule(() -> publish(lane), this.settings.delay(lane.attempts()).toMillis(),
					TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			lane.end();
		}
	}

	private void onDropped(String sessionId, String why) {
		this.dropped.incrementAndGet();
		this.log.warn(sessionId, "An event for other systems is given up, " + why);
	}

}
