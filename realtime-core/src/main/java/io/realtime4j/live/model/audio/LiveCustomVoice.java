package io.realtime4j.live.model.audio;

import java.util.Objects;

/**
 * A custom voice of the account.
 *
 * @param id the id of the voice
 * @since 0.1.0
 */
public record LiveCustomVoice(String id) implements LiveVoice {

	/**
	 * Create a new {@link LiveCustomVoice} instance.
	 */
	public LiveCustomVoice {
		Objects.requireNonNull(id, "'id' must not be null");
	}

}
