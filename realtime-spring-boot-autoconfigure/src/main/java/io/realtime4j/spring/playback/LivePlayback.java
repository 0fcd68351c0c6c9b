package io.realtime4j.spring.playback;

import java.util.function.BooleanSupplier;

import io.realtime4j.audio.AudioData;
import io.realtime4j.audio.AudioLevel;
import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.playback.AudioChunk;

/**
 * Internal playback of what the model of a live session says. Its output never stops,
 * silence included. Silence is not played, so that a page or a telephone line which is
 * behind catches up in each pause, and each stretch of speech is a part of its own. Where
 * it is far behind and the model has stopped because the user speaks, it is silenced.
 * Thread-safe.
 */
public final class LivePlayback {

	/**
	 * The level in dBFS from which on something is said.
	 */
	private static final double AUDIBLE = -55;

	/**
	 * The silence that ends a stretch of speech: words have pauses too.
	 */
	private static final long PAUSE_MILLIS = 600;

	/**
	 * The silence after which the model has fallen silent, maybe for a moment.
	 */
	private static final long SILENT_MILLIS = 200;

	/**
	 * The silence before a stretch that belongs to it, since words begin softly.
	 */
	private static final long LEAD_MILLIS = 100;

	/**
	 * How far a page or a line is behind without being late: its buffer, its device and
	 * the network take some time.
	 */
	private static final long BEHIND_MILLIS = 1000;

	/**
	 * Nobody wants to hear what was said so long ago, such as by a page that was not
	 * allowed to play.
	 */
	private static final long STALE_MILLIS = 60_000;

	private final LiveSink sink;

	private final AudioFormat format;

	private final BooleanSupplier userSpeaking;

	private byte[] lead = new byte[0];

	private long quietMillis = PAUSE_MILLIS;

	private long count;

	private boolean speaking;

	private boolean hushed;

	private boolean cut;

	/**
	 * Create a playback.
	 * @param sink plays it
	 * @param format the format of the audio
	 * @param userSpeaking tells whether the user is speaking
	 */
	public LivePlayback(LiveSink sink, AudioFormat format, BooleanSupplier userSpeaking) {
		this.sink = sink;
		this.format = format;
		this.userSpeaking = userSpeaking;
	}

	/**
	 * Take the next piece of output.
	 * @param audio whole samples in the format of the audio
	 */
	public synchronized void play(byte[] audio) {
		boolean audible = AudioLevel.of(AudioFormats.decode(AudioData.wrap(audio), this.format).audio().bytes())
			.rms() >= AUDIBLE;
		this.quietMillis = audible ? 0
				: Math.min(PAUSE_MILLIS, this.quietMillis + AudioFormats.millis(audio.length, this.format));
		if (this.hushed || this.cut) {
			boolean paused = this.quietMillis >= PAUSE_MILLIS;
			this.hushed &= !paused;
			this.cut &= !paused;
		}
		else if (this.speaking) {
			give(audio);
		}
		else if (audible) {
			begin(audio);
		}
		else {
			this.lead = audio;
		}
		if (this.quietMillis >= SILENT_MILLIS) {
			onSilent();
		}
	}

	private void begin(byte[] audio) {
		this.speaking = true;
		this.count++;
		int most = (int) AudioFormats.bytes(LEAD_MILLIS, this.format);
		int size = Math.min(most, this.lead.length);
		byte[] whole = new byte[size + audio.length];
		System.arraycopy(this.lead, this.lead.length - size, whole, 0, size);
		System.arraycopy(audio, 0, whole, size, audio.length);
		this.lead = new byte[0];
		give(whole);
	}

	private void give(byte[] audio) {
		if (this.sink.behindMillis() > STALE_MILLIS) {
			this.sink.clear();
		}
		this.sink.play(new AudioChunk(part(), 0, AudioData.of(audio), this.format));
	}

	private void onSilent() {
		if (this.userSpeaking.getAsBoolean() && this.sink.behindMillis() - this.quietMillis > BEHIND_MILLIS) {
			this.speaking = false;
			this.sink.clear();
		}
		else if (this.quietMillis >= PAUSE_MILLIS) {
			end();
		}
	}

	private void end() {
		if (this.speaking) {
			this.speaking = false;
			this.sink.end(part(), 0);
		}
	}

	private String part() {
		return "speech_" + this.count;
	}

	/**
	 * Be silent, until the model pauses or is asked to say something.
	 */
	public synchronized void hush() {
		this.hushed = this.quietMillis < PAUSE_MILLIS;
		silence();
	}

	/**
	 * Cut off what nobody may hear the rest of: nothing is played until the model pauses,
	 * whatever else it is asked to say meanwhile.
	 */
	public synchronized void cut() {
		this.cut = this.quietMillis < PAUSE_MILLIS;
		silence();
	}

	private void silence() {
		this.speaking = false;
		this.sink.clear();
	}

	/**
	 * Play the model again after it was hushed, since it was asked to say something.
	 */
	public synchronized void unhush() {
		this.hushed = false;
	}

	/**
	 * The connection is gone, and with it what was being said.
	 */
	public synchronized void breakOff() {
		end();
		this.hushed = false;
		this.cut = false;
		this.lead = new byte[0];
		this.quietMillis = PAUSE_MILLIS;
	}

}
