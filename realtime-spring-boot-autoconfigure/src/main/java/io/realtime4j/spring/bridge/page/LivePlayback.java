package io.realtime4j.spring.bridge.page;

import java.util.function.BooleanSupplier;

import io.realtime4j.audio.AudioData;
import io.realtime4j.audio.AudioDurations;
import io.realtime4j.audio.AudioLevel;
import io.realtime4j.model.audio.AudioPcm;
import io.realtime4j.playback.AudioChunk;

/**
 * Plays what the model of a live session says on a page. Its output never stops, silence
 * included. Silence is not played, so that a page which is behind catches up in each
 * pause, and each stretch of speech is a part of its own. Where the page is far behind
 * and the model has stopped because the user speaks, the page is silenced. Thread-safe.
 */
final class LivePlayback {

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
	 * How far a page is behind without being late: its buffer, its device and the network
	 * take some time.
	 */
	private static final long BEHIND_MILLIS = 1000;

	/**
	 * Nobody wants to hear what was said so long ago, such as by a page that was not
	 * allowed to play.
	 */
	private static final long STALE_MILLIS = 60_000;

	private static final AudioPcm FORMAT = new AudioPcm((long) PageSink.SAMPLE_RATE);

	private final PageSink sink;

	private final BooleanSupplier userSpeaking;

	private byte[] lead = new byte[0];

	private long quietMillis = PAUSE_MILLIS;

	private long count;

	private boolean speaking;

	private boolean hushed;

	private boolean cut;

	/**
	 * Create a playback.
	 * @param sink plays on the page
	 * @param userSpeaking tells whether the user is speaking
	 */
	LivePlayback(PageSink sink, BooleanSupplier userSpeaking) {
		this.sink = sink;
		this.userSpeaking = userSpeaking;
	}

	/**
	 * Take the next piece of output.
	 * @param pcm16 samples at {@link PageSink#SAMPLE_RATE}
	 */
	synchronized void play(byte[] pcm16) {
		boolean audible = AudioLevel.of(pcm16).rms() >= AUDIBLE;
		this.quietMillis = audible ? 0 : Math.min(PAUSE_MILLIS,
				this.quietMillis + AudioDurations.pcm16Millis(pcm16.length, PageSink.SAMPLE_RATE));
		if (this.hushed || this.cut) {
			boolean paused = this.quietMillis >= PAUSE_MILLIS;
			this.hushed &= !paused;
			this.cut &= !paused;
		}
		else if (this.speaking) {
			give(pcm16);
		}
		else if (audible) {
			begin(pcm16);
		}
		else {
			this.lead = pcm16;
		}
		if (this.quietMillis >= SILENT_MILLIS) {
			onSilent();
		}
	}

	private void begin(byte[] pcm16) {
		this.speaking = true;
		this.count++;
		int most = (int) AudioDurations.pcm16Bytes(LEAD_MILLIS, PageSink.SAMPLE_RATE);
		int size = Math.min(most, this.lead.length);
		byte[] whole = new byte[size + pcm16.length];
		System.arraycopy(this.lead, this.lead.length - size, whole, 0, size);
		System.arraycopy(pcm16, 0, whole, size, pcm16.length);
		this.lead = new byte[0];
		give(whole);
	}

	private void give(byte[] pcm16) {
		if (this.sink.behindMillis() > STALE_MILLIS) {
			this.sink.clear();
		}
		this.sink.play(new AudioChunk(part(), 0, AudioData.of(pcm16), FORMAT));
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
	 * Silence the page, until the model pauses or is asked to say something.
	 */
	synchronized void hush() {
		this.hushed = this.quietMillis < PAUSE_MILLIS;
		silence();
	}

	/**
	 * Cut off what nobody may hear the rest of: the page is silent until the model
	 * pauses, whatever else it is asked to say meanwhile.
	 */
	synchronized void cut() {
		this.cut = this.quietMillis < PAUSE_MILLIS;
		silence();
	}

	private void silence() {
		this.speaking = false;
		this.sink.clear();
	}

	/**
	 * Let a page that was hushed hear the model again, since it was asked to say
	 * something.
	 */
	synchronized void unhush() {
		this.hushed = false;
	}

	/**
	 * The connection is gone, and with it what was being said.
	 */
	synchronized void breakOff() {
		end();
		this.hushed = false;
		this.cut = false;
		this.lead = new byte[0];
		this.quietMillis = PAUSE_MILLIS;
	}

}
