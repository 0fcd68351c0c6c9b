package io.realtime4j.transcription;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionCompleted;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionFailed;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionSegment;
import io.realtime4j.event.server.InputAudioBufferCommitted;
import io.realtime4j.event.server.InputAudioBufferSpeechStarted;
import io.realtime4j.event.server.InputAudioBufferSpeechStopped;
import io.realtime4j.model.error.RealtimeError;
import io.realtime4j.session.AnswerTimedOut;
import io.realtime4j.speech.Transcript;
import io.realtime4j.speech.TranscriptSegment;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the turns of a transcript. Not thread-safe.
 */
final class TranscriptBuilder {

	/**
	 * A service that never ends shall not fill the memory.
	 */
	private static final int MAX_SEGMENTS = 100_000;

	private final Map<String, Turn> turns = new LinkedHashMap<>();

	private final List<RealtimeError> errors = new ArrayList<>();

	private int segments;

	private boolean speaking;

	void onEvent(RealtimeMessage event) {
		if (event instanceof InputAudioBufferSpeechStarted started) {
			this.speaking = true;
			turn(started.itemId()).start = Duration.ofMillis(started.audioStartMs());
		}
		else if (event instanceof InputAudioBufferSpeechStopped stopped) {
			turn(stopped.itemId()).end = Duration.ofMillis(stopped.audioEndMs());
		}
		else if (event instanceof InputAudioBufferCommitted committed) {
			this.speaking = false;
			turn(committed.itemId()).awaited = true;
		}
		else if (event instanceof ConversationItemInputAudioTranscriptionSegment segment) {
			turn(segment.itemId()).add(new TranscriptSegment(segment.text(), seconds(segment.start()),
					seconds(segment.end()), segment.speaker()));
		}
		else if (event instanceof ConversationItemInputAudioTranscriptionCompleted completed) {
			turn(completed.itemId()).complete(completed.transcript());
		}
		else if (event instanceof ConversationItemInputAudioTranscriptionFailed failed) {
			turn(failed.itemId()).awaited = false;
			this.errors.add(failed.error());
		}
		else if (event instanceof AnswerTimedOut timedOut) {
			onTimedOut(timedOut);
		}
	}

	// What did not come in time does not come any more
	private void onTimedOut(AnswerTimedOut timedOut) {
		this.speaking = false;
		if (timedOut.awaited().contains("transcription")) {
			this.turns.values().forEach((turn) -> turn.awaited = false);
		}
	}

	private Turn turn(@Nullable String itemId) {
		return this.turns.computeIfAbsent(String.valueOf(itemId), (id) -> new Turn());
	}

	private static Duration seconds(double seconds) {
		return Duration.ofMillis(Math.round(seconds * 1000));
	}

	boolean isWhole() {
		return !this.speaking && this.turns.values().stream().noneMatch((turn) -> turn.awaited);
	}

	Transcript build() {
		List<TranscriptSegment> all = new ArrayList<>();
		this.turns.values().forEach((turn) -> all.addAll(turn.segments()));
		return new Transcript(all, this.errors);
	}

	/**
	 * Speech until the service has detected an end.
	 */
	private final class Turn {

		private final List<TranscriptSegment> segments = new ArrayList<>();

		private @Nullable Duration start;

		private @Nullable Duration end;

		private @Nullable String text;

		private boolean awaited;

		void add(TranscriptSegment segment) {
			if (++TranscriptBuilder.this.segments <= MAX_SEGMENTS) {
				this.segments.add(segment);
			}
		}

		void complete(String transcript) {
			this.awaited = false;
			this.text = transcript;
		}

		List<TranscriptSegment> segments() {
			if (!this.segments.isEmpty() || this.text == null) {
				return this.segments;
			}
			return List.of(new TranscriptSegment(this.text, this.start, this.end, null));
		}

	}

}
