package io.realtime4j.spring.boot.autoconfigure.advice;

import java.util.List;
import java.util.stream.Stream;

import io.realtime4j.model.Modality;
import io.realtime4j.model.audio.Voice;
import io.realtime4j.model.session.RealtimeModel;
import io.realtime4j.model.tool.ToolChoiceMode;

/**
 * Names that the protocol knows.
 */
final class KnownNames {

	static final List<String> VOICES = Stream
		.of(Voice.ALLOY, Voice.ASH, Voice.BALLAD, Voice.CORAL, Voice.ECHO, Voice.SAGE, Voice.SHIMMER, Voice.VERSE,
				Voice.MARIN, Voice.CEDAR)
		.map(Voice::value)
		.toList();

	static final List<String> MODELS = Stream
		.of(RealtimeModel.GPT_REALTIME, RealtimeModel.GPT_REALTIME_1_5, RealtimeModel.GPT_REALTIME_2,
				RealtimeModel.GPT_REALTIME_2_1, RealtimeModel.GPT_REALTIME_2_1_MINI,
				RealtimeModel.GPT_REALTIME_2025_08_28, RealtimeModel.GPT_4O_REALTIME_PREVIEW,
				RealtimeModel.GPT_4O_REALTIME_PREVIEW_2024_10_01, RealtimeModel.GPT_4O_REALTIME_PREVIEW_2024_12_17,
				RealtimeModel.GPT_4O_REALTIME_PREVIEW_2025_06_03, RealtimeModel.GPT_4O_MINI_REALTIME_PREVIEW,
				RealtimeModel.GPT_4O_MINI_REALTIME_PREVIEW_2024_12_17, RealtimeModel.GPT_REALTIME_MINI,
				RealtimeModel.GPT_REALTIME_MINI_2025_10_06, RealtimeModel.GPT_REALTIME_MINI_2025_12_15,
				RealtimeModel.GPT_AUDIO_1_5, RealtimeModel.GPT_AUDIO_MINI, RealtimeModel.GPT_AUDIO_MINI_2025_10_06,
				RealtimeModel.GPT_AUDIO_MINI_2025_12_15)
		.map(RealtimeModel::value)
		.toList();

	static final List<String> MODALITIES = Stream.of(Modality.TEXT, Modality.AUDIO).map(Modality::value).toList();

	static final List<String> TOOL_CHOICES = Stream
		.of(ToolChoiceMode.AUTO, ToolChoiceMode.NONE, ToolChoiceMode.REQUIRED)
		.map(ToolChoiceMode::value)
		.toList();

	private KnownNames() {
	}

}
