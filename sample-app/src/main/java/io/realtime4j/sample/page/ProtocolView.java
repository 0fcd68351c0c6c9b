package io.realtime4j.sample.page;

import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import io.realtime4j.spring.event.RealtimeEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Shows the events of the session as they arrive, without the audio in them.
 */
@Component
class ProtocolView {

	private static final int MAX_DETAILS = 6000;

	private static final Pattern AUDIO = Pattern.compile("\"[A-Za-z0-9+/=]{200,}\"");

	private final LivePages pages;

	private final AtomicLong count = new AtomicLong();

	ProtocolView(LivePages pages) {
		this.pages = pages;
	}

	@EventListener
	void on(RealtimeEvent<?> event) {
		long number = this.count.incrementAndGet();
		String json = event.json();
		this.pages.show(PageMessage.lasting("event", String.valueOf(number), new Row(number, event.getTimestamp(),
				event.getPayload().type(), (json != null) ? json.length() : 0, details(json))));
	}

	static @Nullable String details(@Nullable String json) {
		if (json == null) {
			return null;
		}
		String quiet = AUDIO.matcher(json)
			.replaceAll((audio) -> "\"[" + (audio.group().length() - 2) + " characters of audio]\"");
		return (quiet.length() > MAX_DETAILS) ? quiet.substring(0, MAX_DETAILS) + " [cut]" : quiet;
	}

	/**
	 * A row of the view.
	 *
	 * @param number the place of the event among all of them
	 * @param at when it arrived, in milliseconds since 1970
	 * @param type its type
	 * @param size its size in characters, zero if it never stood on the wire
	 * @param details its JSON without audio, or {@code null} if it never stood on the
	 * wire
	 */
	record Row(long number, long at, String type, int size, @Nullable String details) {

	}

}
