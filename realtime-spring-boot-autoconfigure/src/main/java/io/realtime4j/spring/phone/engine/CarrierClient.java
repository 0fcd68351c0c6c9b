package io.realtime4j.spring.phone.engine;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.realtime4j.spring.phone.PhoneTransferException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Internal client for the commands of a carrier's REST API. Of an answer no more is read
 * than a bound, and no command takes longer than a bound.
 */
public final class CarrierClient {

	private static final Log logger = LogFactory.getLog(CarrierClient.class);

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final Pattern ERROR_CODE = Pattern.compile("\"code\"\\s*:\\s*\"?(\\d{3,6})\\b");

	private static final int MAX_ANSWER = 16 * 1024;

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

	private final String address;

	private final Supplier<String> authorization;

	private final String contentType;

	/**
	 * Create a client.
	 * @param address the beginning of the addresses of all commands
	 * @param authorization returns the value of the header for a command
	 * @param contentType the type of all bodies
	 */
	public CarrierClient(String address, Supplier<String> authorization, String contentType) {
		this.address = address;
		this.authorization = authorization;
		this.contentType = contentType;
	}

	/**
	 * Send a command by {@code POST}.
	 * @param path the rest of the address
	 * @param body the body
	 * @return completes with the answer, whatever its status, or fails
	 */
	public CompletableFuture<Answer> post(String path, String body) {
		return send("POST", path, body);
	}

	/**
	 * Send a command by {@code PUT}.
	 * @param path the rest of the address
	 * @param body the body
	 * @return completes with the answer, whatever its status, or fails
	 */
	public CompletableFuture<Answer> put(String path, String body) {
		return send("PUT", path, body);
	}

	/**
	 * Log if a call that ends with its stream could not be hung up before.
	 * @param callId the id of the call
	 * @param answer completes with the answer to the command
	 * @return completes as the answer does
	 */
	public CompletableFuture<Answer> watchHangUp(String callId, CompletableFuture<Answer> answer) {
		return answer.whenComplete((done, ex) -> {
			if (ex != null || done.isProblem()) {
				logger.warn("Call " + callId + " could not be hung up, and ends with its stream: "
						+ ((ex != null) ? ex : "status " + done.status()));
			}
		});
	}

	/**
	 * Return whether a call is transferred.
	 * @param answer completes with the answer to the command
	 * @param ended tells by an answer that names a problem whether the call was over; one
	 * that is not found is
	 * @return completes if the command was taken, and fails with
	 * {@link PhoneTransferException} if not
	 */
	public static CompletableFuture<?> transferred(CompletableFuture<Answer> answer, Predicate<Answer> ended) {
		return answer.thenAccept((done) -> {
			if (done.status() == HttpStatus.NOT_FOUND.value() || (done.isProblem() && ended.test(done))) {
				throw new PhoneTransferException(PhoneTransferException.Reason.CALL_ENDED, "The call is over");
			}
			if (done.isProblem()) {
				throw new PhoneTransferException(PhoneTransferException.Reason.REFUSED,
						"The carrier refused to transfer the call: status " + done.status() + done.code());
			}
		});
	}

	private CompletableFuture<Answer> send(String method, String path, String body) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.address + path))
			.timeout(TIMEOUT)
			.header("Authorization", this.authorization.get())
			.header("Content-Type", this.contentType)
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build();
		return this.client.sendAsync(request, (head) -> new BoundedBody())
			.orTimeout(2 * TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
			.thenApply((response) -> new Answer(response.statusCode(), response.body()));
	}

	/**
	 * An answer.
	 *
	 * @param status the status
	 * @param body the body, or the beginning of it
	 */
	public record Answer(int status, String body) {

		/**
		 * Return whether a command was not carried out for a call that goes on. One that
		 * is not found has ended.
		 * @return whether it was not
		 */
		public boolean isProblem() {
			return this.status >= HttpStatus.BAD_REQUEST.value() && this.status != HttpStatus.NOT_FOUND.value();
		}

		// The rest of the body may name numbers
		private String code() {
			Matcher code = ERROR_CODE.matcher(this.body);
			return code.find() ? ", error " + code.group(1) : "";
		}

	}

	/**
	 * Reads a body up to the bound.
	 */
	private static final class BoundedBody implements HttpResponse.BodySubscriber<String> {

		private final CompletableFuture<String> body = new CompletableFuture<>();

		private final ByteArrayOutputStream read = new ByteArrayOutputStream();

		private Flow.@Nullable Subscription subscription;

		@Override
		public void onSubscribe(Flow.Subscription subscription) {
			this.subscription = subscription;
			subscription.request(Long.MAX_VALUE);
		}

		@Override
		public void onNext(List<ByteBuffer> buffers) {
			for (ByteBuffer buffer : buffers) {
				byte[] bytes = new byte[Math.min(buffer.remaining(), MAX_ANSWER - this.read.size())];
				buffer.get(bytes);
				this.read.writeBytes(bytes);
			}
			Flow.Subscription current = this.subscription;
			if (this.read.size() == MAX_ANSWER && current != null) {
				current.cancel();
				onComplete();
			}
		}

		@Override
		public void onError(Throwable throwable) {
			this.body.completeExceptionally(throwable);
		}

		@Override
		public void onComplete() {
			this.body.complete(this.read.toString(StandardCharsets.UTF_8));
		}

		@Override
		public CompletionStage<String> getBody() {
			return this.body;
		}

	}

}
