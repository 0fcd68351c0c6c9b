package io.realtime4j.simulator.session;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;

import io.realtime4j.audio.WholeSamples;
import io.realtime4j.simulator.input.Transcripts;
import io.realtime4j.simulator.settings.AudioCodec;
import io.realtime4j.simulator.settings.ServedTranslationSettings;
import io.realtime4j.simulator.vad.EnergyDetector;
import io.realtime4j.simulator.vad.Loudness;
import io.realtime4j.simulator.vad.SpeechBoundary;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A session that speaks in another language what it hears. There are no items and no
 * responses: it listens and speaks at the same time, until the client closes it.
 */
final class ServedTranslationSession extends ServedSession {

	private static final int NORMAL = 1000;

	/**
	 * Most clients close upon the last event: where both sides do at the same moment,
	 * Tomcat may end the connection before its own close frame is written.
	 */
	private static final Duration PARTING = Duration.ofMillis(200);

	private static final double THRESHOLD = 0.5;

	private static final int SILENCE_MILLIS = 300;

	/**
	 * Who speaks without a pause is translated in the middle, and never held for longer.
	 */
	private static final long MAX_UTTERANCE_MILLIS = 30_000;

	private static final String DEFAULT_MODEL = "gpt-realtime-translate";

	private static final List<String> EVENT_TYPES = List.of("session.update", "session.input_audio_buffer.append",
			"session.close");

	private final ServedTranslationSettings settings;

	private final TranslationOutput translation;

	private final EnergyDetector detector = new EnergyDetector(AudioCodec.SPEECH_RATE);

	private final WholeSamples samples = new WholeSamples();

	private final ByteArrayOutputStream utterance = new ByteArrayOutputStream();

	private long heardBytes;

	private boolean closing;

	ServedTranslationSession(SessionRequest request, ServedSessionEnvironment environment, SessionOutput output) {
		super(request, environment, output);
		String model = request.model();
		this.settings = new ServedTranslationSettings(id(), (model != null) ? model : DEFAULT_MODEL, expiresAt());
		if (request.settings() != null) {
			this.settings.update(request.settings());
		}
		this.translation = new TranslationOutput(events(), lane(), environment, this::failed);
		commands().put("session.update", this::update);
		commands().put("session.input_audio_buffer.append", this::append);
		commands().put("session.close", (event) -> finish());
	}

	@Override
	void begin() {
		sendSession("session.created", this.settings.toJson());
	}

	@Override
	void stop() {
		this.translation.stop();
	}

	@Override
	List<String> eventTypes() {
		return EVENT_TYPES;
	}

	private void update(ObjectNode event) {
		this.settings.update(Arguments.object(event, "session"));
		sendSession("session.updated", this.settings.toJson());
	}

	private void append(ObjectNode event) {
		byte[] pcm = this.samples.join(ItemFactory.decode(Arguments.string(event, "audio"), "audio"));
		if (this.closing) {
			return;
		}
		this.heardBytes += pcm.length;
		boolean speaking = this.detector.isSpeaking();
		for (SpeechBoundary boundary : this.detector.hear(pcm, THRESHOLD, SILENCE_MILLIS)) {
			if (boundary.start()) {
				speaking = true;
			}
			else {
				this.utterance.writeBytes(pcm);
				translate();
				speaking = false;
			}
		}
		if (speaking) {
			this.utterance.writeBytes(pcm);
			if (AudioCodec.PCM.millis(this.utterance.size()) >= MAX_UTTERANCE_MILLIS) {
				translate();
			}
		}
	}

	private void translate() {
		byte[] pcm = this.utterance.toByteArray();
		this.utterance.reset();
		String scripted = environment().script().nextTranscript();
		String heard = (scripted != null) ? scripted
				: Transcripts.honest(Loudness.spokenMillis(pcm, AudioCodec.SPEECH_RATE, THRESHOLD));
		@Nullable String written = (this.settings.transcriptionModel() != null) ? heard : null;
		this.translation.say(heard, written, this.settings.language(), AudioCodec.PCM.millis(this.heardBytes));
	}

	private void finish() {
		if (this.closing) {
			return;
		}
		this.closing = true;
		if (this.utterance.size() > 0) {
			translate();
		}
		this.translation.whenSilent(() -> {
			events().send(events().event("session.closed"));
			lane().schedule(PARTING, () -> output().close(NORMAL, ""));
		});
	}

}
