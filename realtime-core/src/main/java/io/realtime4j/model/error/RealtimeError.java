package io.realtime4j.model.error;

import io.realtime4j.support.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Error as the server describes it: in an {@code error} event, in the status details of a
 * response, or for a failed transcription.
 *
 * @param type the class of error, such as {@code invalid_request_error} or
 * {@code server_error}, or {@code null} if not said
 * @param code the error code, such as {@code conversation_already_has_active_response},
 * or {@code null} if there is none
 * @param message the explanation for people, or {@code null} if not said
 * @param param the member of the request that is to blame, or {@code null} if none is
 * @param eventId the id of the client event that caused the error, or {@code null} if it
 * had none or the error stands alone
 * @since 0.1.0
 */
public record RealtimeError(@Nullable String type, @Nullable String code, @Nullable String message,
		@Nullable String param, @Nullable String eventId) {

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
		return "RealtimeError[type=" + this.type + ", code=" + this.code + ", message=" + safeMessage() + ", param="
				+ this.param + ", eventId=" + this.eventId + "]";
	}

}
