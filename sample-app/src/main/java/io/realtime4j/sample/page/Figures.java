package io.realtime4j.sample.page;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.realtime4j.event.server.InputAudioBufferSpeechStopped;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.response.Response;
import io.realtime4j.model.usage.ResponseUsage;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Shows beside each answer how long it took to be heard, and how many tokens it took.
 */
@Component
class Figures {

	private final LivePages pages;

	private final Duration silence;

	private volatile long asked;

	/**
	 * Create a new {@link Figures} instance.
	 * @param pages shows the figures
	 * @param silence by how much the server notices later that somebody has ended
	 */
	Figures(LivePages pages,
			@Value("${realtime.session.audio.input.turn-detection.silence-duration}") Duration silence) {
		this.pages = pages;
		this.silence = silence;
	}

	/**
	 * Begin to measure: somebody asked something.
	 */
	void asked() {
		this.asked = System.nanoTime();
	}

	@EventListener(InputAudioBufferSpeechStopped.class)
	void askedAloud() {
		this.asked = System.nanoTime() - this.silence.toNanos();
	}

	@EventListener
	void on(ResponseOutputAudioDelta event) {
		long since = this.asked;
		if (since != 0) {
			this.asked = 0;
			long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
			this.pages.show(PageMessage.lasting("latency", event.itemId(), new Latency(event.itemId(), millis)));
		}
	}

	@EventListener
	void on(ResponseDone event) {
		Response response = event.response();
		ResponseUsage usage = response.usage();
		if (usage == null || usage.totalTokens() == null || response.output() == null) {
			return;
		}
		for (Item item : response.output()) {
			if (item.id() != null) {
				this.pages.show(PageMessage.lasting("tokens", item.id(), new Tokens(item.id(), usage.totalTokens())));
			}
		}
	}

	/**
	 * How long an answer took.
	 *
	 * @param item the id of the answer
	 * @param millis from the end of the question to the first sound, in milliseconds
	 */
	record Latency(String item, long millis) {

	}

	/**
	 * What an answer took.
	 *
	 * @param item the id of the answer
	 * @param total tokens that went in and came out
	 */
	record Tokens(String item, long total) {

	}

}
