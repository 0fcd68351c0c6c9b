package io.realtime4j.spring.boot.autoconfigure.mapping;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.model.audio.AudioPcma;
import io.realtime4j.model.audio.AudioPcmu;
import io.realtime4j.model.audio.CustomVoice;
import io.realtime4j.model.audio.OutputVoice;
import io.realtime4j.model.audio.TypedVoice;
import io.realtime4j.model.audio.Voice;
import io.realtime4j.model.session.AudioInput;
import io.realtime4j.model.session.AudioOutput;
import io.realtime4j.model.session.NoiseReduction;
import io.realtime4j.model.session.NoiseReductionType;
import io.realtime4j.model.session.SessionAudio;
import io.realtime4j.model.transcription.AudioTranscription;
import io.realtime4j.model.transcription.TranscriptionDelay;
import io.realtime4j.model.transcription.TranscriptionModel;
import io.realtime4j.spring.boot.autoconfigure.session.AudioFormatProperties;
import io.realtime4j.spring.boot.autoconfigure.session.AudioInputProperties;
import io.realtime4j.spring.boot.autoconfigure.session.AudioOutputProperties;
import io.realtime4j.spring.boot.autoconfigure.session.SessionProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.PropertyMapper;

/**
 * Internal mapper from the properties of audio to the settings of a session. What is not
 * set is not sent.
 */
public final class AudioPropertiesMapper {

	private static final String INPUT = "realtime.session.audio.input.";

	private static final String OUTPUT = "realtime.session.audio.output.";

	private AudioPropertiesMapper() {
	}

	static @Nullable SessionAudio map(SessionProperties.Audio properties) {
		AudioInput input = input(properties.getInput());
		AudioOutput output = output(properties.getOutput());
		return (input != null || output != null) ? new SessionAudio(input, output) : null;
	}

	private static @Nullable AudioInput input(AudioInputProperties properties) {
		AudioInput.Builder input = AudioInput.builder();
		AudioFormat format = format(properties.getFormat(), INPUT + "format.");
		if (format != null) {
			input.format(format);
		}
		transcription(properties.getTranscription(), input);
		noiseReduction(properties.getNoiseReduction(), input);
		TurnDetectionMapper.map(properties.getTurnDetection(), input);
		AudioInput settings = input.build();
		return settings.equals(AudioInput.builder().build()) ? null : settings;
	}

	private static @Nullable AudioOutput output(AudioOutputProperties properties) {
		PropertyChecks.notBlank(properties.getVoice(), OUTPUT + "voice");
		PropertyChecks.notBlank(properties.getVoiceId(), OUTPUT + "voice-id");
		PropertyChecks.check(properties.getVoice() == null || properties.getVoiceId() == null, OUTPUT + "voice-id",
				"cannot be combined with '" + OUTPUT + "voice': set one of them");
		PropertyChecks.notBlank(properties.getVoiceType(), OUTPUT + "voice-type");
		PropertyChecks.check(properties.getVoiceType() == null || properties.getVoice() != null, OUTPUT + "voice-type",
				"needs '" + OUTPUT + "voice' to be set");
		PropertyChecks.between(properties.getSpeed(), 0.25, 1.5, OUTPUT + "speed");
		AudioOutput.Builder output = AudioOutput.builder();
		AudioFormat format = format(properties.getFormat(), OUTPUT + "format.");
		if (format != null) {
			output.format(format);
		}
		PropertyMapper map = PropertyMapper.get();
		map.from(properties::getVoice).as((name) -> voice(name, properties.getVoiceType())).to(output::voice);
		map.from(properties::getVoiceId).as(CustomVoice::new).to(output::voice);
		map.from(properties::getSpeed).to(output::speed);
		AudioOutput settings = output.build();
		return settings.equals(AudioOutput.builder().build()) ? null : settings;
	}

	private static OutputVoice voice(String name, @Nullable String type) {
		return (type != null) ? TypedVoice.of(type, name) : new Voice(name);
	}

	/**
	 * Map a format.
	 * @param properties the properties of the format
	 * @param prefix the beginning of their names
	 * @return the format, or {@code null} if none is set
	 */
	public static @Nullable AudioFormat format(AudioFormatProperties properties, String prefix) {
		String type = properties.getType();
		Integer rate = properties.getRate();
		if (type == null && rate == null) {
			return null;
		}
		String name = (type != null) ? type.toLowerCase(Locale.ROOT).replaceFirst("^audio/", "") : "pcm";
		PropertyChecks.check(name.matches("pcm|pcmu|pcma"), prefix + "type",
				"must be audio/pcm, audio/pcmu or audio/pcma");
		if (name.equals("pcm")) {
			PropertyChecks.check(rate == null || rate > 0, prefix + "rate", "must be larger than zero");
			return (rate != null) ? new AudioPcm(rate.longValue()) : AudioPcm.at24kHz();
		}
		PropertyChecks.check(rate == null, prefix + "rate", "fits audio/pcm only: audio/" + name + " has a fixed rate");
		return name.equals("pcmu") ? new AudioPcmu() : new AudioPcma();
	}

	private static void transcription(AudioInputProperties.Transcription properties, AudioInput.Builder input) {
		String prefix = INPUT + "transcription.";
		PropertyChecks.notBlank(properties.getModel(), prefix + "model");
		AudioTranscription transcription = transcription(properties);
		boolean empty = transcription.equals(AudioTranscription.builder().build());
		if (Boolean.FALSE.equals(properties.getEnabled())) {
			PropertyChecks.unset(members(properties), "cannot be combined with '" + prefix + "enabled=false'");
			input.transcriptionOff();
			return;
		}
		PropertyChecks.check(properties.getEnabled() == null || properties.getModel() != null, prefix + "model",
				"must be set to transcribe input audio, for example to gpt-4o-mini-transcribe");
		if (!empty) {
			input.transcription(transcription);
		}
	}

	private static Map<String, @Nullable Object> members(AudioInputProperties.Transcription properties) {
		String prefix = INPUT + "transcription.";
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put(prefix + "model", properties.getModel());
		values.put(prefix + "language", properties.getLanguage());
		values.put(prefix + "languages", properties.getLanguages());
		values.put(prefix + "keywords", properties.getKeywords());
		values.put(prefix + "prompt", properties.getPrompt());
		values.put(prefix + "delay", properties.getDelay());
		return values;
	}

	private static AudioTranscription transcription(AudioInputProperties.Transcription properties) {
		AudioTranscription.Builder transcription = AudioTranscription.builder();
		PropertyMapper map = PropertyMapper.get();
		map.from(properties::getModel).as(TranscriptionModel::new).to(transcription::model);
		map.from(properties::getLanguage).to(transcription::language);
		map.from(properties::getLanguages).to(transcription::languages);
		map.from(properties::getKeywords).to(transcription::keywords);
		map.from(properties::getPrompt).to(transcription::prompt);
		map.from(properties::getDelay).as(TranscriptionDelay::new).to(transcription::delay);
		return transcription.build();
	}

	private static void noiseReduction(AudioInputProperties.NoiseReduction properties, AudioInput.Builder input) {
		String prefix = INPUT + "noise-reduction.";
		String type = properties.getType();
		// An unquoted "off" is the boolean false to YAML
		boolean off = type != null && type.toLowerCase(Locale.ROOT).matches("none|off|false");
		PropertyChecks.check(properties.getStrength() == null || (type != null && !off), prefix + "strength",
				"needs '" + prefix + "type' to be set");
		if (off) {
			input.noiseReductionOff();
		}
		else if (type != null) {
			PropertyChecks.notBlank(type, prefix + "type");
			input.noiseReduction(new NoiseReduction(new NoiseReductionType(type), properties.getStrength(), Map.of()));
		}
	}

}
