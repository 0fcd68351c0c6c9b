package io.realtime4j.session.engine;

import java.util.List;

import io.realtime4j.model.error.RealtimeError;

/**
 * Internal reader that finds the subject of an error, since not every server names the
 * event.
 *
 * @since 0.1.0
 */
public final class ErrorSubject {

	private static final List<String> OTHER_CODES = List.of("input_audio_", "item_", "conversation_", "session_",
			"audio_", "transcription_", "invalid_json", "unknown_event");

	private static final List<String> OTHER_MEMBERS = List.of("item", "audio", "input_audio", "content_index",
			"previous_item_id", "type");

	private ErrorSubject() {
	}

	/**
	 * Return whether an error may be the answer to whatever is awaited: it names nothing
	 * else.
	 * @param error the error
	 * @return whether it may
	 */
	public static boolean isOpen(RealtimeError error) {
		String code = String.valueOf(error.code());
		String param = String.valueOf(error.param());
		return error.eventId() == null && OTHER_CODES.stream().noneMatch(code::startsWith)
				&& OTHER_MEMBERS.stream().noneMatch(param::startsWith);
	}

}
