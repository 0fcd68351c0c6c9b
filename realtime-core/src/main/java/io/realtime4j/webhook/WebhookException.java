package io.realtime4j.webhook;

/**
 * Exception thrown when a request is not a webhook of the service, or cannot be
 * understood. Its message holds nothing of the request and no secret.
 *
 * @since 0.1.0
 */
public class WebhookException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	/**
	 * Create a new exception.
	 * @param reason why the request is refused
	 * @param message a description, without anything of the request
	 */
	public WebhookException(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	/**
	 * Return why the request was refused.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * Reasons to refuse a request.
	 */
	public enum Reason {

		/**
		 * A header is missing, or has another form than it must have.
		 */
		HEADERS,

		/**
		 * The time of the request is too far from that of this side.
		 */
		TIMESTAMP,

		/**
		 * No signature matches.
		 */
		SIGNATURE,

		/**
		 * The body is no event.
		 */
		BODY

	}

}
