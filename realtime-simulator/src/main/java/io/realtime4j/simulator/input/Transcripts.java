package io.realtime4j.simulator.input;

import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;

import io.realtime4j.simulator.conversation.ConversationItem;
import io.realtime4j.simulator.ears.Hearing;
import io.realtime4j.simulator.response.Tokens;
import io.realtime4j.simulator.time.Lane;
import io.realtime4j.simulator.wire.EventSink;
import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Internal transcription of what the user said. Where nobody understood it, the
 * transcript says how long somebody spoke.
 */
public final class Transcripts {

	private static final Duration TOKEN_PAUSE = Duration.ofMillis(5);

	private static final int MILLIS_PER_TOKEN = 100;

	private static final double MILLIS_PER_SECOND = 1000;

	private final EventSink events;

	private final Lane lane;

	/**
	 * Create a new {@link Transcripts} instance.
	 * @param events takes the events
	 * @param lane the lane of the session
	 */
	public Transcripts(EventSink events, Lane lane) {
		this.events = events;
		this.lane = lane;
	}

	/**
	 * Return the transcript of speech.
	 * @param hearing what was understood
	 * @param spokenMillis how long somebody spoke, in milliseconds
	 * @return the words, in parentheses with a question mark where they are a guess
	 */
	public static String of(Hearing hearing, long spokenMillis) {
		if (hearing.sure()) {
			return hearing.words();
		}
		return (hearing.words().isEmpty()) ? honest(spokenMillis) : "(" + hearing.words() + "?)";
	}

	/**
	 * Return an honest transcript of speech that nobody understood.
	 * @param spokenMillis how long somebody spoke, in milliseconds
	 * @return the transcript
	 */
	public static String honest(long spokenMillis) {
		return (spokenMillis == 0) ? ""
				: String.format(Locale.ROOT, "(%.1f seconds of speech)", spokenMillis / MILLIS_PER_SECOND);
	}

	/**
	 * Tell the transcript of an item.
	 * @param item the item, which has been heard
	 * @param hearing what was understood
	 * @param model the model that transcribes
	 */
	public void transcribe(ConversationItem item, Hearing hearing, String model) {
		this.lane.schedule(TOKEN_PAUSE, () -> {
			String words = of(hearing, item.spokenMillis());
			stream(item, words, Tokens.of(words).iterator(), model);
		});
	}

	private void stream(ConversationItem item, String words, Iterator<String> tokens, String model) {
		if (tokens.hasNext()) {
			this.events.sendDelta(event("delta", item), tokens.next());
			this.lane.schedule(TOKEN_PAUSE, () -> stream(item, words, tokens, model));
			return;
		}
		item.setTranscript(words);
		ObjectNode completed = event("completed", item).put("transcript", words);
		completed.set("usage", usage(item.audioMillis(), words, model));
		this.events.send(completed);
	}

	private ObjectNode event(String kind, ConversationItem item) {
		return this.events.event("conversation.item.input_audio_transcription." + kind)
			.put("item_id", item.id())
			.put("content_index", 0);
	}

	private static ObjectNode usage(long audioMillis, String words, String model) {
		ObjectNode usage = Json.object();
		if (model.contains("whisper")) {
			return usage.put("type", "duration").put("seconds", (long) Math.ceil(audioMillis / MILLIS_PER_SECOND));
		}
		long heard = audioMillis / MILLIS_PER_TOKEN;
		long written = Tokens.of(words).size();
		usage.put("type", "tokens").put("total_tokens", heard + written).put("input_tokens", heard);
		usage.putObject("input_token_details").put("text_tokens", 0).put("audio_tokens", heard);
		return usage.put("output_tokens", written);
	}

}
