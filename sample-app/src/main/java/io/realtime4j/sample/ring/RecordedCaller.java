package io.realtime4j.sample.ring;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import io.realtime4j.audio.Pcm;
import io.realtime4j.audio.WavFile;
import io.realtime4j.simulator.carrier.SimulatedPhoneCall;

import org.springframework.core.io.ClassPathResource;

/**
 * Caller who books a table, interrupts the desk with thanks, and presses a key. What is
 * said was recorded.
 */
final class RecordedCaller {

	/**
	 * Words of the recordings, in order.
	 */
	static final String[] WORDS = { "Hello. Please book a table for four, tomorrow at 7 pm, for Ada.",
			"Thank you, that is all. Goodbye." };

	/**
	 * Silence of the desk after which it is the caller's turn.
	 */
	private static final Duration TURN = Duration.ofMillis(700);

	/**
	 * How much of its answer the desk may say.
	 */
	private static final Duration ENOUGH = Duration.ofMillis(1500);

	private static final Duration FIRST_WORDS = Duration.ofMillis(500);

	/**
	 * How long the desk may go on when it is interrupted.
	 */
	private static final Duration STILL_TALKING = Duration.ofSeconds(15);

	private final SimulatedPhoneCall call;

	private final Duration patience;

	RecordedCaller(SimulatedPhoneCall call, Duration patience) {
		this.call = call;
		this.patience = patience;
	}

	/**
	 * Hold the conversation, until the desk is told to hang up.
	 */
	void talk() throws IOException {
		this.call.awaitSilence(TURN, this.patience);
		say("audio/caller-books.wav");
		hear(ENOUGH);
		say("audio/caller-ends.wav");
		Duration before = awaitInterruption();
		this.call.awaitHeard(before.plus(FIRST_WORDS), this.patience);
		this.call.pressKey('#');
	}

	private void say(String recording) throws IOException {
		try (InputStream in = new ClassPathResource(recording).getInputStream()) {
			Pcm words = WavFile.read(in);
			this.call.speak(words).join();
		}
	}

	// What is heard after it is the answer to the last words
	private Duration awaitInterruption() {
		Duration heard = this.call.heardDuration();
		try {
			this.call.awaitCleared(1, STILL_TALKING);
			return this.call.heardDuration();
		}
		catch (IllegalStateException ex) {
			// A short answer was over before the caller spoke
			return heard;
		}
	}

	private void hear(Duration more) {
		this.call.awaitHeard(this.call.heardDuration().plus(more), this.patience);
	}

}
