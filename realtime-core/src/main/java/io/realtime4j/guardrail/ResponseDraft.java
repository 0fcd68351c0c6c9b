package io.realtime4j.guardrail;

import java.util.Map;

import io.realtime4j.session.VoiceSession;

/**
 * Text of a response so far.
 *
 * @param session the session
 * @param responseId the id of the response, or of the turn of a live session
 * @param metadata what the request attached to the response, empty if nothing
 * @param text all its text and the transcripts of all its speech, in order, a line for
 * each part; characters are whole, also while they come in pieces
 * @param complete whether the response is done
 * @since 0.1.0
 */
public record ResponseDraft(VoiceSession session, String responseId, Map<String, String> metadata, String text,
		boolean complete) {

	/**
	 * Create a new {@link ResponseDraft} instance.
	 */
	public ResponseDraft {
		metadata = Map.copyOf(metadata);
	}

	/**
	 * Return a text without the content.
	 */
	@Override
	public String toString() {
		return "ResponseDraft[responseId=" + this.responseId + ", length=" + this.text.length() + ", complete="
				+ this.complete + "]";
	}

}
