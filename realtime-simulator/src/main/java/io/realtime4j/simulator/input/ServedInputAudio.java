package io.realtime4j.simulator.input;

import java.util.Locale;

import io.realtime4j.audio.WholeSamples;
import io.realtime4j.simulator.conversation.ServedConversation;
import io.realtime4j.simulator.settings.AudioCodec;
import io.realtime4j.simulator.settings.AudioInputSettings;
import io.realtime4j.simulator.vad.EnergyDetector;
import io.realtime4j.simulator.vad.SpeechBoundary;
import io.realtime4j.simulator.wire.EventSink;
import io.realtime4j.simulator.wire.ProtocolException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Internal input audio buffer: it receives the audio of the client, detects turns in it,
 * and commits them.
 */
public final class ServedInputAudio {

	private static final int MIN_COMMIT_MILLIS = 100;

	private static final long KEPT_SILENCE_MILLIS = 60_000;

	private static final int PCM_SAMPLE_BYTES = 2;

	private static final double MILLIS = 1000;

	private final EventSink events;

	private final TurnCommitter committer;

	private final TurnListener listener;

	private final WholeSamples samples = new WholeSamples();

	private AudioCodec codec = AudioCodec.PCM;

	private EnergyDetector detector = new EnergyDetector(AudioCodec.PCM.rate());

	private PcmBuffer buffer = new PcmBuffer();

	private long epochMillis;

	private long turnStartMillis;

	private @Nullable String turnId;

	/**
	 * Create a new {@link ServedInputAudio} instance.
	 * @param events takes the events
	 * @param conversation takes the turns
	 * @param ears understand them
	 * @param transcripts tells what was understood
	 * @param listener told of them
	 */
	public ServedInputAudio(EventSink events, ServedConversation conversation, SessionEars ears,
			Transcripts transcripts, TurnListener listener) {
		this.events = events;
		this.committer = new TurnCommitter(events, conversation, ears, transcripts);
		this.listener = listener;
	}

	/**
	 * Take audio that the client appends.
	 * @param encoded the audio as it is encoded on the wire
	 * @param settings the settings of the session
	 */
	public void append(byte[] encoded, AudioInputSettings settings) {
		useCodec(settings.codec());
		byte[] pcm = this.codec.decode((this.codec == AudioCodec.PCM) ? this.samples.join(encoded) : encoded);
		this.buffer.append(pcm);
		if (!settings.detectsTurns()) {
			return;
		}
		for (SpeechBoundary boundary : this.detector.hear(pcm, settings.threshold(), settings.silenceDurationMs())) {
			if (boundary.start()) {
				speechStarted(boundary.millis(), settings);
			}
			else {
				speechStopped(boundary.millis(), settings);
			}
		}
		if (!this.detector.isSpeaking()) {
			this.buffer.dropBefore(this.buffer.end() - bytes(KEPT_SILENCE_MILLIS));
		}
	}

	/**
	 * Commit what there is, because the client asks for it.
	 * @param settings the settings of the session
	 */
	public void commit(AudioInputSettings settings) {
		double millis = (this.buffer.end() - this.buffer.start()) * MILLIS / PCM_SAMPLE_BYTES / this.codec.rate();
		if (millis < MIN_COMMIT_MILLIS) {
			throw new ProtocolException("input_audio_buffer_commit_empty",
					String.format(Locale.ROOT,
							"Error committing input audio buffer: buffer too small. Expected at least %dms of audio, "
									+ "but buffer only has %.2fms of audio.",
							MIN_COMMIT_MILLIS, millis),
					null);
		}
		commitUntil(this.buffer.start(), this.buffer.end(), settings);
		this.samples.flush();
		this.detector.reset();
	}

	/**
	 * Forget what there is, because the client asks for it.
	 */
	public void clear() {
		this.samples.flush();
		this.buffer.dropBefore(this.buffer.end());
		this.detector.reset();
		this.turnId = null;
		this.events.send(this.events.event("input_audio_buffer.cleared"));
	}

	/**
	 * Take an empty turn, because the user said nothing for too long.
	 * @param idleMillis for how long
	 * @param settings the settings of the session
	 */
	public void timeOut(long idleMillis, AudioInputSettings settings) {
		long end = this.epochMillis + millis(this.buffer.end());
		String itemId = this.events.ids().next("item");
		this.events.send(this.events.event("input_audio_buffer.timeout_triggered")
			.put("audio_start_ms", end)
			.put("audio_end_ms", end + idleMillis)
			.put("item_id", itemId));
		this.buffer.dropBefore(this.buffer.end());
		this.epochMillis += idleMillis;
		this.committer.commit(itemId, new byte[0], this.codec, settings);
	}

	/**
	 * Return whether the user speaks.
	 * @return {@code true} between the beginning and the end of a detected turn
	 */
	public boolean isSpeaking() {
		return this.detector.isSpeaking();
	}

	private void speechStarted(long millis, AudioInputSettings settings) {
		this.turnStartMillis = Math.max(millis(this.buffer.start()), millis - settings.prefixPaddingMs());
		this.turnId = this.events.ids().next("item");
		this.events.send(this.events.event("input_audio_buffer.speech_started")
			.put("audio_start_ms", this.epochMillis + this.turnStartMillis)
			.put("item_id", this.turnId));
		this.listener.speechStarted();
	}

	private void speechStopped(long millis, AudioInputSettings settings) {
		ObjectNode event = this.events.event("input_audio_buffer.speech_stopped");
		this.events.send(event.put("audio_end_ms", this.epochMillis + millis).put("item_id", this.turnId));
		commitUntil(bytes(this.turnStartMillis), bytes(millis), settings);
		this.listener.turnDetected();
	}

	private void commitUntil(long from, long to, AudioInputSettings settings) {
		String itemId = (this.turnId != null) ? this.turnId : this.events.ids().next("item");
		this.turnId = null;
		byte[] pcm = this.buffer.copy(from, to);
		this.buffer.dropBefore(to);
		this.committer.commit(itemId, pcm, this.codec, settings);
	}

	private void useCodec(AudioCodec wanted) {
		if (wanted != this.codec) {
			this.epochMillis += millis(this.buffer.end());
			this.codec = wanted;
			this.samples.flush();
			this.detector = new EnergyDetector(wanted.rate());
			this.buffer = new PcmBuffer();
			this.turnId = null;
		}
	}

	private long millis(long bytes) {
		return (long) (bytes * MILLIS) / PCM_SAMPLE_BYTES / this.codec.rate();
	}

	private long bytes(long millis) {
		return millis * this.codec.rate() / (long) MILLIS * PCM_SAMPLE_BYTES;
	}

}
