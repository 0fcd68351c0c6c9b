package io.realtime4j.session;

import java.util.Objects;

/**
 * The model was interrupted, and the history was cut to what was heard, before the server
 * has said so and whether it will or not.
 *
 * @param itemId the id of the item
 * @param contentIndex the place of the audio in the content of the item
 * @param heardMillis how much of the audio was heard, in ms; of nothing 0, and the item
 * is no entry of the history any more
 * @since 0.1.0
 */
public record SpeechCut(String itemId, long contentIndex, long heardMillis) implements SessionEvent {

	/**
	 * Create a new {@link SpeechCut} instance.
	 */
	public SpeechCut {
		Objects.requireNonNull(itemId, "'itemId' must not be null");
	}

	@Override
	public String type() {
		return "realtime4j.session.speech_cut";
	}

}
