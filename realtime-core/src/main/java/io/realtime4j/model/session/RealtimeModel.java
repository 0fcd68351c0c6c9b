package io.realtime4j.model.session;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Model that listens and speaks; with Azure, the name of a deployment. Open: a value that
 * is not among the constants is kept as it is.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record RealtimeModel(@JsonValue String value) {

	/**
	 * The model {@code gpt-realtime}.
	 */
	public static final RealtimeModel GPT_REALTIME = new RealtimeModel("gpt-realtime");

	/**
	 * The model {@code gpt-realtime-1.5}.
	 */
	public static final RealtimeModel GPT_REALTIME_1_5 = new RealtimeModel("gpt-realtime-1.5");

	/**
	 * The model {@code gpt-realtime-2}.
	 */
	public static final RealtimeModel GPT_REALTIME_2 = new RealtimeModel("gpt-realtime-2");

	/**
	 * The model {@code gpt-realtime-2.1}.
	 */
	public static final RealtimeModel GPT_REALTIME_2_1 = new RealtimeModel("gpt-realtime-2.1");

	/**
	 * The model {@code gpt-realtime-2.1-mini}.
	 */
	public static final RealtimeModel GPT_REALTIME_2_1_MINI = new RealtimeModel("gpt-realtime-2.1-mini");

	/**
	 * The model {@code gpt-realtime-2025-08-28}.
	 */
	public static final RealtimeModel GPT_REALTIME_2025_08_28 = new RealtimeModel("gpt-realtime-2025-08-28");

	/**
	 * The model {@code gpt-4o-realtime-preview}.
	 */
	public static final RealtimeModel GPT_4O_REALTIME_PREVIEW = new RealtimeModel("gpt-4o-realtime-preview");

	/**
	 * The model {@code gpt-4o-realtime-preview-2024-10-01}.
	 */
	public static final RealtimeModel GPT_4O_REALTIME_PREVIEW_2024_10_01 = new RealtimeModel(
			"gpt-4o-realtime-preview-2024-10-01");

	/**
	 * The model {@code gpt-4o-realtime-preview-2024-12-17}.
	 */
	public static final RealtimeModel GPT_4O_REALTIME_PREVIEW_2024_12_17 = new RealtimeModel(
			"gpt-4o-realtime-preview-2024-12-17");

	/**
	 * The model {@code gpt-4o-realtime-preview-2025-06-03}.
	 */
	public static final RealtimeModel GPT_4O_REALTIME_PREVIEW_2025_06_03 = new RealtimeModel(
			"gpt-4o-realtime-preview-2025-06-03");

	/**
	 * The model {@code gpt-4o-mini-realtime-preview}.
	 */
	public static final RealtimeModel GPT_4O_MINI_REALTIME_PREVIEW = new RealtimeModel("gpt-4o-mini-realtime-preview");

	/**
	 * The model {@code gpt-4o-mini-realtime-preview-2024-12-17}.
	 */
	public static final RealtimeModel GPT_4O_MINI_REALTIME_PREVIEW_2024_12_17 = new RealtimeModel(
			"gpt-4o-mini-realtime-preview-2024-12-17");

	/**
	 * The model {@code gpt-realtime-mini}.
	 */
	public static final RealtimeModel GPT_REALTIME_MINI = new RealtimeModel("gpt-realtime-mini");

	/**
	 * The model {@code gpt-realtime-mini-2025-10-06}.
	 */
	public static final RealtimeModel GPT_REALTIME_MINI_2025_10_06 = new RealtimeModel("gpt-realtime-mini-2025-10-06");

	/**
	 * The model {@code gpt-realtime-mini-2025-12-15}.
	 */
	public static final RealtimeModel GPT_REALTIME_MINI_2025_12_15 = new RealtimeModel("gpt-realtime-mini-2025-12-15");

	/**
	 * The model {@code gpt-audio-1.5}.
	 */
	public static final RealtimeModel GPT_AUDIO_1_5 = new RealtimeModel("gpt-audio-1.5");

	/**
	 * The model {@code gpt-audio-mini}.
	 */
	public static final RealtimeModel GPT_AUDIO_MINI = new RealtimeModel("gpt-audio-mini");

	/**
	 * The model {@code gpt-audio-mini-2025-10-06}.
	 */
	public static final RealtimeModel GPT_AUDIO_MINI_2025_10_06 = new RealtimeModel("gpt-audio-mini-2025-10-06");

	/**
	 * The model {@code gpt-audio-mini-2025-12-15}.
	 */
	public static final RealtimeModel GPT_AUDIO_MINI_2025_12_15 = new RealtimeModel("gpt-audio-mini-2025-12-15");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public RealtimeModel {
		Objects.requireNonNull(value, "'value' must not be null");
	}

}
