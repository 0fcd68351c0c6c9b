package io.realtime4j.spring.bridge.page;

import java.util.List;
import java.util.Map;

import io.realtime4j.live.model.audio.BuiltInVoice;
import io.realtime4j.live.model.audio.LiveAudio;
import io.realtime4j.live.model.audio.LiveAudioOutput;
import io.realtime4j.live.model.session.LiveModel;
import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.model.audio.Voice;
import io.realtime4j.model.session.RealtimeModel;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.bridge.PageOptions;
import io.realtime4j.spring.bridge.connection.BadFrameException;
import io.realtime4j.spring.bridge.connection.CloseReasons;
import org.jspecify.annotations.Nullable;

/**
 * Choice that a page made for its conversation, among those that it may make.
 *
 * @param model the model, or {@code null} for the configured one
 * @param voice the voice, or {@code null} for the configured one
 */
record PageChoice(@Nullable String model, @Nullable String voice) {

	void check(PageOptions options) {
		check("model", this.model, options.models());
		check("voice", this.voice, options.voices());
	}

	private static void check(String name, @Nullable String value, List<String> allowed) {
		if (value != null && !allowed.contains(value)) {
			throw new BadFrameException(CloseReasons.badStart("This '" + name + "' may not be chosen"));
		}
	}

	void apply(SessionSpec.Builder spec) {
		if (this.model != null) {
			RealtimeModel model = new RealtimeModel(this.model);
			spec.settings((settings) -> settings.model(model));
		}
		if (this.voice != null) {
			Voice voice = new Voice(this.voice);
			spec.settings((settings) -> settings.audioOutput((output) -> output.voice(voice)));
		}
	}

	void apply(LiveSpec.Builder spec) {
		if (this.model != null) {
			LiveModel model = new LiveModel(this.model);
			spec.settings((settings) -> settings.model(model));
		}
		if (this.voice != null) {
			LiveAudio audio = withVoice(spec.settings().audio(), new BuiltInVoice(this.voice));
			spec.settings((settings) -> settings.audio(audio));
		}
	}

	private static LiveAudio withVoice(@Nullable LiveAudio audio, BuiltInVoice voice) {
		if (audio == null) {
			return new LiveAudio(null, LiveAudioOutput.of(voice), Map.of());
		}
		LiveAudioOutput output = audio.output();
		return new LiveAudio(audio.format(),
				(output != null) ? new LiveAudioOutput(voice, output.extra()) : LiveAudioOutput.of(voice),
				audio.extra());
	}

}
