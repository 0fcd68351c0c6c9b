package io.realtime4j.spring.boot.autoconfigure.live;

import java.time.Duration;
import java.util.Map;

import io.realtime4j.live.model.audio.BuiltInVoice;
import io.realtime4j.live.model.audio.LiveAudio;
import io.realtime4j.live.model.audio.LiveAudioFormat;
import io.realtime4j.live.model.audio.LiveAudioOutput;
import io.realtime4j.live.model.audio.LiveCustomVoice;
import io.realtime4j.live.model.session.LiveModel;
import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.model.audio.AudioPcmu;
import io.realtime4j.spring.boot.autoconfigure.mapping.AudioPropertiesMapper;
import io.realtime4j.spring.boot.autoconfigure.mapping.InstructionsMapper;
import io.realtime4j.spring.boot.autoconfigure.mapping.PropertyChecks;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.PropertyMapper;

/**
 * Maps the properties of live sessions to their settings. What is not set is not sent.
 */
final class LivePropertiesMapper {

	static final String PREFIX = "realtime.live.";

	static final String MODEL = PREFIX + "model";

	private LivePropertiesMapper() {
	}

	static LiveSettings.Builder settings(LiveProperties properties) {
		PropertyChecks.notBlank(properties.getModel(), MODEL);
		LiveSettings.Builder settings = LiveSettings.builder();
		PropertyMapper map = PropertyMapper.get();
		map.from(properties::getModel).as(LiveModel::new).to(settings::model);
		map.from(() -> InstructionsMapper.map(properties.getInstructions(), properties.getInstructionsLocation(),
				PREFIX))
			.to(settings::instructions);
		map.from(() -> audio(properties)).to(settings::audio);
		map.from(properties::getStore).to(settings::store);
		return settings;
	}

	private static @Nullable LiveAudio audio(LiveProperties properties) {
		LiveAudioFormat format = format(AudioPropertiesMapper.format(properties.getFormat(), PREFIX + "format."));
		LiveAudioOutput output = output(properties);
		return (format != null || output != null) ? new LiveAudio(format, output, Map.of()) : null;
	}

	private static @Nullable LiveAudioFormat format(@Nullable AudioFormat format) {
		if (format instanceof AudioPcm pcm) {
			return LiveAudioFormat.pcm((pcm.rate() != null) ? pcm.rate() : 24000);
		}
		if (format == null) {
			return null;
		}
		return (format instanceof AudioPcmu) ? LiveAudioFormat.pcmu() : LiveAudioFormat.pcma();
	}

	private static @Nullable LiveAudioOutput output(LiveProperties properties) {
		String voice = properties.getVoice();
		String voiceId = properties.getVoiceId();
		PropertyChecks.notBlank(voice, PREFIX + "voice");
		PropertyChecks.notBlank(voiceId, PREFIX + "voice-id");
		PropertyChecks.check(voice == null || voiceId == null, PREFIX + "voice-id",
				"cannot be combined with '" + PREFIX + "voice': set one of them");
		if (voice != null) {
			return LiveAudioOutput.of(new BuiltInVoice(voice));
		}
		return (voiceId != null) ? LiveAudioOutput.of(new LiveCustomVoice(voiceId)) : null;
	}

	static void map(LiveProperties properties, LiveSpec.Builder spec) {
		PropertyChecks.notBlank(properties.getGreeting(), PREFIX + "greeting");
		Duration silence = properties.getHangUpAfter();
		if (silence != null) {
			PropertyChecks.positive(silence, PREFIX + "hang-up-after");
			spec.hangUpAfter(silence);
		}
		PropertyMapper.get().from(properties::getGreeting).to(spec::greeting);
	}

}
