package io.realtime4j.simulator.input;

import io.realtime4j.simulator.conversation.ConversationItem;
import io.realtime4j.simulator.conversation.ServedConversation;
import io.realtime4j.simulator.settings.AudioCodec;
import io.realtime4j.simulator.settings.AudioInputSettings;
import io.realtime4j.simulator.vad.Loudness;
import io.realtime4j.simulator.wire.EventSink;
import io.realtime4j.simulator.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes an item of the conversation from a turn that was spoken.
 */
final class TurnCommitter {

	private final EventSink events;

	private final ServedConversation conversation;

	private final SessionEars ears;

	private final Transcripts transcripts;

	TurnCommitter(EventSink events, ServedConversation conversation, SessionEars ears, Transcripts transcripts) {
		this.events = events;
		this.conversation = conversation;
		this.ears = ears;
		this.transcripts = transcripts;
	}

	void commit(String itemId, byte[] pcm, AudioCodec codec, AudioInputSettings settings) {
		String previous = this.conversation.lastId();
		this.events.send(this.events.event("input_audio_buffer.committed")
			.put("previous_item_id", previous)
			.put("item_id", itemId));
		ConversationItem item = item(itemId, codec);
		item.addAudio(codec.encode(pcm));
		long spokenMillis = Loudness.spokenMillis(pcm, codec.rate(), settings.threshold());
		item.hear(this.ears.hear(pcm, codec.rate(), spokenMillis), spokenMillis);
		this.conversation.add(item);
		sendItem("conversation.item.added", previous, item);
		sendItem("conversation.item.done", previous, item);
		String model = settings.transcriptionModel();
		if (model != null) {
			item.hearing().thenAccept((hearing) -> this.transcripts.transcribe(item, hearing, model));
		}
	}

	private void sendItem(String type, @Nullable String previous, ConversationItem item) {
		ObjectNode event = this.events.event(type).put("previous_item_id", previous);
		event.set("item", item.toJson());
		this.events.send(event);
	}

	private static ConversationItem item(String itemId, AudioCodec codec) {
		ObjectNode json = Json.object()
			.put("id", itemId)
			.put("type", "message")
			.put("status", "completed")
			.put("role", "user");
		json.putArray("content").addObject().put("type", "input_audio").putNull("transcript");
		return new ConversationItem(json, codec);
	}

}
