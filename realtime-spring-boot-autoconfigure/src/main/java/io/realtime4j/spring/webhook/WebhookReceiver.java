package io.realtime4j.spring.webhook;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

import io.realtime4j.spring.logging.LimitedLog;
import io.realtime4j.webhook.WebhookException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Receiver for webhooks. A request is verified before anything is read of it, and
 * answered before anybody hears of its event.
 *
 * @param <E> the type of the events
 * @since 0.1.0
 */
public final class WebhookReceiver<E> {

	private static final Log logger = LogFactory.getLog(WebhookReceiver.class);

	private static final LimitedLog failures = new LimitedLog(logger);

	private final Reader<E> reader;

	private final Memory memory;

	private final int maxSize;

	private final Executor executor;

	private final Consumer<E> publisher;

	/**
	 * Create a receiver.
	 * @param reader verifies the requests, and reads them
	 * @param memory remembers the webhooks that were received
	 * @param maxSize the largest body that is read, in bytes
	 * @param executor runs the publisher
	 * @param publisher is given each event once
	 */
	public WebhookReceiver(Reader<E> reader, Memory memory, int maxSize, Executor executor, Consumer<E> publisher) {
		this.reader = reader;
		this.memory = memory;
		this.maxSize = maxSize;
		this.executor = executor;
		this.publisher = publisher;
	}

	/**
	 * Return how much of a request is read.
	 * @return the largest body, in bytes
	 */
	public int maxSize() {
		return this.maxSize;
	}

	/**
	 * Receive a request.
	 * @param headers returns the first value of a header, or {@code null} if absent
	 * @param body the body as it came, no longer than the largest one and a byte
	 * @return the status to answer with
	 */
	public HttpStatus receive(Function<String, @Nullable String> headers, byte[] body) {
		if (body.length > this.maxSize) {
			return refused(HttpStatus.CONTENT_TOO_LARGE, "its body is larger than " + this.maxSize + " bytes");
		}
		Delivery<E> delivery;
		try {
			delivery = this.reader.read(headers, body);
		}
		catch (WebhookException ex) {
			return refused(status(ex), ex.getMessage());
		}
		return this.memory.add(delivery.id()) ? publish(delivery.id(), delivery.event()) : HttpStatus.NO_CONTENT;
	}

	/**
	 * Return the status to refuse a request with.
	 * @param ex why it is refused
	 * @return 401 if it is not signed, and 400 if it is but cannot be understood
	 */
	public static HttpStatus status(WebhookException ex) {
		return (ex.reason() != WebhookException.Reason.BODY) ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST;
	}

	private HttpStatus publish(String id, E event) {
		try {
			this.executor.execute(() -> publish(event));
			return HttpStatus.NO_CONTENT;
		}
		catch (RejectedExecutionException ex) {
			// The application stops, and the next delivery may reach another node
			this.memory.remove(id);
			return HttpStatus.SERVICE_UNAVAILABLE;
		}
	}

	private void publish(E event) {
		try {
			this.publisher.accept(event);
		}
		catch (RuntimeException ex) {
			failures.error(event.getClass().getSimpleName(), "A listener of " + event + " failed", ex);
		}
	}

	// Strangers decide how often this happens
	private static HttpStatus refused(HttpStatus status, @Nullable String why) {
		logger.debug("A webhook was refused: " + why);
		return status;
	}

	/**
	 * Strategy for reading requests that are signed.
	 *
	 * @param <E> the type of the events
	 */
	@FunctionalInterface
	public interface Reader<E> {

		/**
		 * Verify a request, and read its event.
		 * @param headers returns the first value of a header, or {@code null} if absent
		 * @param body the body as it came
		 * @return the event
		 * @throws WebhookException if the request is not signed, or is no event
		 */
		Delivery<E> read(Function<String, @Nullable String> headers, byte[] body);

	}

	/**
	 * One of possibly several deliveries of an event.
	 *
	 * @param <E> the type of the event
	 * @param id the same for every delivery of the event
	 * @param event the event
	 */
	public record Delivery<E>(String id, E event) {
	}

	/**
	 * Memory of the webhooks that can still be delivered again.
	 *
	 * @param ids holds them
	 * @param tolerance how far the time of a request may be from the clock
	 * @param clock the clock
	 */
	public record Memory(WebhookIds ids, Duration tolerance, InstantSource clock) {

		/**
		 * Remember a webhook as long as it may be delivered again: a request can be dated
		 * ahead by the tolerance, and is good for as long again.
		 * @param id the id of the webhook
		 * @return whether it was not known
		 */
		boolean add(String id) {
			return this.ids.add(id, this.clock.instant().plus(this.tolerance.multipliedBy(2)).plusSeconds(1));
		}

		void remove(String id) {
			this.ids.remove(id);
		}

	}

}
