package io.realtime4j.model.transcription;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Model for transcriptions. Open: a value that is not among the constants is kept as it
 * is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record TranscriptionModel(@JsonValue String value) {

	/**
	 * The model {@code whisper-1}.
	 */
	public static final TranscriptionModel WHISPER_1 = new TranscriptionModel("whisper-1");

	/**
	 * The model {@code gpt-transcribe}.
	 */
	public static final TranscriptionModel GPT_TRANSCRIBE = new TranscriptionModel("gpt-transcribe");

	/**
	 * The model {@code gpt-live-transcribe}.
	 */
	public static final TranscriptionModel GPT_LIVE_TRANSCRIBE = new TranscriptionModel("gpt-live-transcribe");

	/**
	 * The model {@code gpt-4o-mini-transcribe}.
	 */
	public static final TranscriptionModel GPT_4O_MINI_TRANSCRIBE = new TranscriptionModel("gpt-4o-mini-transcribe");

	/**
	 * The model {@code gpt-4o-mini-transcribe-2025-12-15}.
	 */
	public static final TranscriptionModel GPT_4O_MINI_TRANSCRIBE_2025_12_15 = new TranscriptionModel(
			"gpt-4o-mini-transcribe-2025-12-15");

	/**
	 * The model {@code gpt-4o-transcribe}.
	 */
	public static final TranscriptionModel GPT_4O_TRANSCRIBE = new TranscriptionModel("gpt-4o-transcribe");

	/**
	 * The model {@code gpt-4o-transcribe-diarize}.
	 */
	public static final TranscriptionModel GPT_4O_TRANSCRIBE_DIARIZE = new TranscriptionModel(
			"gpt-4o-transcribe-diarize");

	/**
	 * The model {@code gpt-realtime-whisper}.
	 */
	public static final TranscriptionModel GPT_REALTIME_WHISPER = new TranscriptionModel("gpt-realtime-whisper");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public TranscriptionModel {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
