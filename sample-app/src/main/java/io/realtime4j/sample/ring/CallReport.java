package io.realtime4j.sample.ring;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.codec.WellFormedText;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionCompleted;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.session.SpeechCut;
import io.realtime4j.spring.phone.PhoneCallEnded;
import io.realtime4j.spring.phone.PhoneCallRecorded;
import io.realtime4j.spring.phone.PhoneCallStarted;
import io.realtime4j.spring.phone.PhoneKeyPressed;
import io.realtime4j.spring.phone.PhoneRecordingFailed;
import io.realtime4j.tool.ToolCallFinished;

import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Prints what happens in the call, with the time since its start.
 */
@Component
@Profile("ring")
class CallReport {

	private final CompletableFuture<PhoneCallRecorded> recorded = new CompletableFuture<>();

	private volatile long start = System.nanoTime();

	/**
	 * Return the end of the call, with its recording.
	 * @return completes when the recording is kept, or fails if it cannot be
	 */
	CompletableFuture<PhoneCallRecorded> recorded() {
		return this.recorded;
	}

	@EventListener
	void on(PhoneCallStarted event) {
		this.start = System.nanoTime();
		print("Rings", event.caller().claimedFrom() + " calls, and is connected");
	}

	@EventListener
	void on(ConversationItemInputAudioTranscriptionCompleted event) {
		print("Caller", event.transcript().strip());
	}

	@EventListener
	void on(ResponseDone event) {
		if (!event.text().isEmpty()) {
			print("Desk", event.text());
		}
	}

	@EventListener
	void on(SpeechCut event) {
		print("",
				String.format(Locale.ROOT, "(interrupted when %.1f s of it were heard)", event.heardMillis() / 1000.0));
	}

	@EventListener
	void on(ToolCallFinished event) {
		print("Tool", event.call().name() + " " + event.call().argumentsText());
	}

	@EventListener
	void on(PhoneKeyPressed event) {
		print("Key", String.valueOf(event.key()));
	}

	@EventListener
	void on(PhoneCallEnded event) {
		print("End", event.end().name());
	}

	@EventListener
	void on(PhoneCallRecorded event) {
		this.recorded.complete(event);
	}

	@EventListener
	void on(PhoneRecordingFailed event) {
		this.recorded.completeExceptionally(event.cause());
	}

	private void print(String who, String words) {
		double seconds = (System.nanoTime() - this.start) / 1e9;
		// Whoever takes the words can write them, whatever the server said
		System.out.println(String.format(Locale.ROOT, "%6.1f s  %-6s  %s", seconds, who, WellFormedText.of(words)));
	}

}
