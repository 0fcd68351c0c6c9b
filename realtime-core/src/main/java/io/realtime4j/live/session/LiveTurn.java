package io.realtime4j.live.session;

import java.util.Objects;

import io.realtime4j.live.model.LiveRole;

/**
 * Turn of a live session: what one side said without leaving the word to the other. The
 * protocol has no turns; they follow from the times of the transcripts.
 *
 * @param id the id of the turn, also of its item in the
 * {@linkplain LiveSession#conversation() history}
 * @param role who spoke
 * @param text what was said
 * @param startMs when it began, in milliseconds of the session, over all of its
 * connections
 * @param endMs when it ended, in the same time
 * @since 0.1.0
 */
public record LiveTurn(String id, LiveRole role, String text, long startMs, long endMs) {

	/**
	 * Create a new {@link LiveTurn} instance.
	 */
	public LiveTurn {
		Objects.requireNonNull(id, "'id' must not be null");
		Objects.requireNonNull(role, "'role' must not be null");
		Objects.requireNonNull(text, "'text' must not be null");
	}

}
