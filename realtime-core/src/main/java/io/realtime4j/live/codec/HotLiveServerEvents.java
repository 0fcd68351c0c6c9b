package io.realtime4j.live.codec;

import java.util.List;

import io.realtime4j.audio.AudioData;
import io.realtime4j.codec.HotEvent;
import io.realtime4j.codec.MemberCursor;
import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.event.server.SessionInputAudioAppend;
import io.realtime4j.live.event.server.SessionInputTranscriptDelta;
import io.realtime4j.live.event.server.SessionOutputAudioDelta;
import io.realtime4j.live.event.server.SessionOutputTranscriptDelta;
import org.jspecify.annotations.Nullable;

/**
 * The fast path for the events that make up nearly all of a session: audio and
 * transcripts. Their id and their times may be absent, and the times may stand before or
 * behind the rest. A frame of any other form is read like all other events, with the same
 * result.
 */
final class HotLiveServerEvents {

	// The most frequent first
	static final List<HotEvent<LiveServerEvent>> ALL = List.of(
			HotEvent.of("session.output_audio.delta", HotLiveServerEvents::audio),
			HotEvent.of("session.output_transcript.delta", HotLiveServerEvents::outputTranscript),
			HotEvent.of("session.input_transcript.delta", HotLiveServerEvents::inputTranscript),
			HotEvent.of("session.input_audio.append", HotLiveServerEvents::input));

	private HotLiveServerEvents() {
	}

	private static LiveServerEvent audio(MemberCursor cursor) {
		String eventId = text(cursor, "event_id");
		Times times = Times.of(cursor);
		AudioData delta = cursor.audio("delta");
		Times behind = times.orOf(cursor);
		return new SessionOutputAudioDelta(eventId, delta, behind.startMs(), behind.endMs());
	}

	private static LiveServerEvent outputTranscript(MemberCursor cursor) {
		String eventId = text(cursor, "event_id");
		Times times = Times.of(cursor);
		String delta = cursor.text("delta");
		Times behind = times.orOf(cursor);
		return new SessionOutputTranscriptDelta(eventId, delta, behind.startMs(), behind.endMs(), null);
	}

	private static LiveServerEvent inputTranscript(MemberCursor cursor) {
		String eventId = text(cursor, "event_id");
		Times times = Times.of(cursor);
		String delta = cursor.text("delta");
		Times behind = times.orOf(cursor);
		return new SessionInputTranscriptDelta(eventId, delta, behind.startMs(), behind.endMs(), null);
	}

	private static LiveServerEvent input(MemberCursor cursor) {
		return new SessionInputAudioAppend(text(cursor, "event_id"), cursor.audio("audio"));
	}

	private static @Nullable String text(MemberCursor cursor, String name) {
		return cursor.isAt(name) ? cursor.text(name) : null;
	}

	/**
	 * Where a piece stands in the time of the session.
	 *
	 * @param startMs where it begins, or {@code null} if not said
	 * @param endMs where it ends, or {@code null} if not said
	 */
	private record Times(@Nullable Long startMs, @Nullable Long endMs) {

		static Times of(MemberCursor cursor) {
			return new Times(number(cursor, "start_ms"), number(cursor, "end_ms"));
		}

		/**
		 * Return these times, or those that follow if none was read yet.
		 * @param cursor stands where they may follow
		 * @return the times
		 */
		Times orOf(MemberCursor cursor) {
			return (this.startMs == null && this.endMs == null) ? of(cursor) : this;
		}

		private static @Nullable Long number(MemberCursor cursor, String name) {
			return cursor.isAt(name) ? Long.valueOf(cursor.number(name)) : null;
		}

	}

}
