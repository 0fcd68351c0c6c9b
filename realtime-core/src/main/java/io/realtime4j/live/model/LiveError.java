package io.realtime4j.live.model;

import io.realtime4j.support.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * An error as the server describes it.
 *
 * @param type the class of error, such as {@code invalid_request_error}, or {@code null}
 * if not said
 * @param code the error code, or {@code null} if not said
 * @param message the explanation for people, or {@code null} if not said
 * @param param the member of the request that is to blame, or {@code null} if none is
 * @param clientEventId the id of the client event that caused the error, or {@code null}
 * if it had none or the error stands alone
 * @since 0.1.0
 */
public record LiveError(@Nullable String type, @Nullable String code, @Nullable String message, @Nullable String param,
		@Nullable String clientEventId) {

	/**
	 * Return the message without parts of a key, which servers may repeat when the key is
	 * wrong.
	 * @return the message, safe to log
	 */
	public String safeMessage() {
		boolean ofKey = "invalid_api_key".equals(this.code)
				|| (this.message != null && this.message.contains("API key provided"));
		return ofKey ? "Incorrect API key" : Secrets.redact(String.valueOf(this.message));
	}

	@Override
	public String toString() {
		return "LiveError[type=" + this.type + ", code=" + this.code + ", message=" + safeMessage() + ", param="
				+ this.param + ", clientEventId=" + this.clientEventId + "]";
	}

}
