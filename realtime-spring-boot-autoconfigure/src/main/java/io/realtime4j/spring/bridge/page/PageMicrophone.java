package io.realtime4j.spring.bridge.page;

import io.realtime4j.audio.AudioDurations;
import io.realtime4j.audio.PcmResampler;
import io.realtime4j.audio.WholeSamples;

/**
 * Passes on what the microphone of a page hears. It belongs to one connection, and to the
 * thread that reads it.
 */
final class PageMicrophone {

	/**
	 * The service refuses to take less for a turn.
	 */
	private static final long SHORTEST_TURN_MILLIS = 100;

	private final PageConversation conversation;

	private final int rate;

	private final WholeSamples samples = new WholeSamples();

	private final PcmResampler resampler;

	private boolean muted;

	private long turnBytes;

	/**
	 * Create a microphone.
	 * @param conversation hears it
	 * @param sampleRate the rate of what the page sends, in Hz
	 */
	PageMicrophone(PageConversation conversation, int sampleRate) {
		this.conversation = conversation;
		this.rate = PageAudio.rate(conversation.inputFormat());
		this.resampler = new PcmResampler(sampleRate, this.rate);
	}

	void mute(boolean muted) {
		this.muted = muted;
		if (muted) {
			this.conversation.onMicrophoneOff();
		}
	}

	void hear(byte[] pcm16) {
		// What is not heard may end within a sample as well
		byte[] whole = this.samples.join(pcm16);
		if (!this.muted) {
			append(this.resampler.resample(whole));
		}
	}

	/**
	 * End a turn for whose end the page is responsible.
	 * @param turns the turns, of which one that is too short is forgotten
	 * @return whether it is long enough to be answered
	 */
	boolean endTurn(PageConversation.ManualTurns turns) {
		append(this.resampler.flush());
		boolean worthwhile = AudioDurations.pcm16Millis(this.turnBytes, this.rate) >= SHORTEST_TURN_MILLIS;
		if (!worthwhile && this.turnBytes > 0) {
			turns.clear();
		}
		this.turnBytes = 0;
		return worthwhile;
	}

	private void append(byte[] pcm16) {
		if (pcm16.length > 0) {
			this.turnBytes += pcm16.length;
			this.conversation.hear(pcm16);
		}
	}

}
