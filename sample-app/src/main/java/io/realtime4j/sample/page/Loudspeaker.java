package io.realtime4j.sample.page;

import java.util.Map;

import io.realtime4j.event.server.InputAudioBufferSpeechStarted;
import io.realtime4j.event.server.ResponseOutputAudioDelta;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Plays the spoken answers on the pages, and falls silent when somebody speaks.
 */
@Component
class Loudspeaker {

	private final LivePages pages;

	Loudspeaker(LivePages pages) {
		this.pages = pages;
	}

	@EventListener
	void on(ResponseOutputAudioDelta event) {
		this.pages.show(
				PageMessage.passing("audio", new Sound(event.itemId(), event.contentIndex(), event.delta().base64())));
	}

	@EventListener(InputAudioBufferSpeechStarted.class)
	void fallSilent() {
		this.pages.show(PageMessage.passing("silence", Map.of()));
	}

	/**
	 * A piece of speech.
	 *
	 * @param item the id of the item that is spoken
	 * @param content the place of the part in the item
	 * @param pcm the samples: 24,000 per second, 16 bits, in base64
	 */
	record Sound(String item, long content, String pcm) {

	}

}
