package io.realtime4j.sample.page;

import java.util.LinkedHashMap;
import java.util.Map;

import io.realtime4j.event.server.ConversationItemAdded;
import io.realtime4j.event.server.ConversationItemDone;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionCompleted;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionDelta;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionFailed;
import io.realtime4j.event.server.ResponseOutputAudioTranscriptDelta;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.model.item.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Shows the conversation while it happens. Each line has the place of its item: what was
 * said aloud is often written down after the answer to it has begun.
 */
@Component
class Captions {

	private static final String OPEN = "open";

	private static final String DONE = "done";

	private final Map<String, Caption> captions = new LinkedHashMap<>();

	private final LivePages pages;

	Captions(LivePages pages) {
		this.pages = pages;
	}

	@EventListener
	void on(ConversationItemAdded event) {
		Item item = event.item();
		String speaker = Wording.speaker(item);
		if (item.id() != null && speaker != null) {
			String text = (item instanceof FunctionCall) ? "" : Wording.text(item);
			show(new Caption(item.id(), event.previousItemId(), speaker, text, OPEN));
		}
	}

	@EventListener
	void on(ResponseOutputAudioTranscriptDelta event) {
		append(event.itemId(), event.delta());
	}

	@EventListener
	void on(ResponseOutputTextDelta event) {
		append(event.itemId(), event.delta());
	}

	@EventListener
	void on(ConversationItemInputAudioTranscriptionDelta event) {
		if (event.delta() != null) {
			append(event.itemId(), event.delta());
		}
	}

	@EventListener
	void on(ConversationItemInputAudioTranscriptionCompleted event) {
		finish(event.itemId(), event.transcript(), DONE);
	}

	@EventListener
	void on(ConversationItemInputAudioTranscriptionFailed event) {
		finish(event.itemId(), "(this could not be written down)", DONE);
	}

	@EventListener
	void on(ConversationItemDone event) {
		Item item = event.item();
		boolean cutOff = item instanceof Message message && ItemStatus.INCOMPLETE.equals(message.status());
		String text = Wording.text(item);
		// A spoken question is done before its words are known
		if (item.id() != null && (cutOff || !text.isEmpty())) {
			finish(item.id(), text, (cutOff) ? "interrupted" : DONE);
		}
	}

	private void append(String item, String delta) {
		Caption caption = this.captions.get(item);
		if (caption != null && OPEN.equals(caption.state())) {
			show(caption.with(caption.text() + delta, OPEN));
		}
	}

	private void finish(@Nullable String item, String text, String state) {
		Caption caption = this.captions.get(item);
		if (caption != null) {
			show(caption.with((text.isEmpty()) ? caption.text() : text, state));
		}
	}

	private void show(Caption caption) {
		this.captions.put(caption.item(), caption);
		if (this.captions.size() > PageMemory.MAX_OF_A_KIND) {
			this.captions.remove(this.captions.keySet().iterator().next());
		}
		this.pages.show(PageMessage.lasting("caption", caption.item(), caption));
	}

}
