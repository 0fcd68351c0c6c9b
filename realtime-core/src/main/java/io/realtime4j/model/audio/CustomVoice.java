package io.realtime4j.model.audio;

import java.util.Objects;

/**
 * Custom voice of the account.
 *
 * @param id the id of the voice
 * @since 0.1.0
 */
public record CustomVoice(String id) implements OutputVoice {

	/**
	 * Create a new {@link CustomVoice} instance.
	 */
	public CustomVoice {
		Objects.requireNonNull(id, "'id' must not be null");
	}

}
