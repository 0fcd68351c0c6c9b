package io.realtime4j.conversation;

import java.util.List;
import java.util.function.UnaryOperator;

import io.realtime4j.event.client.ConversationItemTruncate;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionCompleted;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionDelta;
import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionFailed;
import io.realtime4j.event.server.ConversationItemTruncated;
import io.realtime4j.event.server.ResponseContentPartDone;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import io.realtime4j.event.server.ResponseOutputAudioTranscriptDelta;
import io.realtime4j.event.server.ResponseOutputAudioTranscriptDone;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.event.server.ResponseOutputTextDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.audio.AudioFormats;
import io.realtime4j.model.content.AudioPart;
import io.realtime4j.model.content.ContentPart;
import io.realtime4j.model.content.TextPart;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.model.item.UserMessage;
import org.jspecify.annotations.Nullable;

/**
 * Effects of events on the texts of a conversation. The frequent ones come first.
 */
final class SpeechEffects {

	private SpeechEffects() {
	}

	static ConversationState apply(ConversationState state, ServerEvent event) {
		if (event instanceof ResponseOutputAudioDelta audio) {
			return change(state, ContentPosition.ofModel(audio.itemId(), audio.contentIndex()), audio.responseId(),
					(speech) -> speech.plus(audio.delta(), state.keepsAudio()));
		}
		if (event instanceof ResponseOutputAudioTranscriptDelta spoken) {
			return change(state, ContentPosition.ofModel(spoken.itemId(), spoken.contentIndex()), spoken.responseId(),
					(speech) -> speech.plus(spoken.delta(), true));
		}
		if (event instanceof ResponseOutputTextDelta text) {
			return change(state, ContentPosition.ofModel(text.itemId(), text.contentIndex()), text.responseId(),
					(speech) -> speech.plus(text.delta(), false));
		}
		if (event instanceof ResponseOutputAudioTranscriptDone spoken) {
			return change(state, ContentPosition.ofModel(spoken.itemId(), spoken.contentIndex()), spoken.responseId(),
					(speech) -> speech.settled(spoken.transcript(), true));
		}
		if (event instanceof ResponseOutputTextDone text) {
			return change(state, ContentPosition.ofModel(text.itemId(), text.contentIndex()), text.responseId(),
					(speech) -> speech.settled(text.text(), false));
		}
		if (event instanceof ResponseContentPartDone part) {
			return settle(state, part);
		}
		return (event instanceof ConversationItemTruncated cut) ? cut(state, cut) : transcribe(state, event);
	}

	private static ConversationState transcribe(ConversationState state, ServerEvent event) {
		if (event instanceof ConversationItemInputAudioTranscriptionDelta part) {
			long index = (part.contentIndex() != null) ? part.contentIndex() : 0;
			String delta = part.delta();
			ContentPosition place = heard(state, part.itemId(), index);
			return (delta == null || place == null) ? state : change(state, place, null,
					(speech) -> (place.contentIndex() != index) ? speech.repeated(delta) : speech.plus(delta, true));
		}
		if (event instanceof ConversationItemInputAudioTranscriptionCompleted whole) {
			return change(state, heard(state, whole.itemId(), whole.contentIndex()), null,
					(speech) -> speech.settled(whole.transcript(), true));
		}
		if (event instanceof ConversationItemInputAudioTranscriptionFailed failed) {
			return change(state, heard(state, failed.itemId(), failed.contentIndex()), null, Speech::failed);
		}
		return state;
	}

	// Some servers tell each longer text of a part at a further index, where the item has
	// none
	private static @Nullable ContentPosition heard(ConversationState state, @Nullable String itemId, long index) {
		ItemSlot slot = (itemId != null) ? state.slots().find(itemId) : null;
		List<ContentPart> content = (slot != null && slot.item() instanceof UserMessage message
				&& message.content() != null) ? message.content() : List.of();
		boolean further = !content.isEmpty() && index >= content.size();
		return ContentPosition.ofUser(itemId, further ? content.size() - 1 : index);
	}

	private static ConversationState settle(ConversationState state, ResponseContentPartDone event) {
		ContentPosition place = ContentPosition.ofModel(event.itemId(), event.contentIndex());
		if (event.part() instanceof AudioPart part) {
			return settle(state, place, event.responseId(), part.transcript(), true);
		}
		return (event.part() instanceof TextPart part) ? settle(state, place, event.responseId(), part.text(), false)
				: state;
	}

	private static ConversationState settle(ConversationState state, @Nullable ContentPosition place,
			@Nullable String responseId, @Nullable String text, boolean spoken) {
		return (text != null && !text.isEmpty())
				? change(state, place, responseId, (speech) -> speech.settled(text, spoken)) : state;
	}

	// What the server says to be cut, whoever asked for it
	private static ConversationState cut(ConversationState state, ConversationItemTruncated told) {
		Long end = told.audioEndMs();
		return (end != null) ? cut(state, told.itemId(), told.contentIndex(), (speech) -> speech.cut(end)) : state;
	}

	/**
	 * Cut what the server is asked to cut: nobody heard more of it, whatever it answers.
	 */
	static ConversationState cut(ConversationState state, ConversationItemTruncate asked) {
		return isHeard(state, asked) ? state
				: cut(state, asked.itemId(), asked.contentIndex(), (speech) -> speech.cut(asked.audioEndMs()));
	}

	/**
	 * Cut where the server has cut what it was asked to.
	 */
	static ConversationState cut(ConversationState state, ConversationItemTruncate asked,
			ConversationItemTruncated told) {
		Long end = told.audioEndMs();
		return (end != null)
				? cut(state, asked.itemId(), asked.contentIndex(), (speech) -> speech.cut(asked.audioEndMs(), end))
				: state;
	}

	private static ConversationState cut(ConversationState state, @Nullable String id, long contentIndex,
			UnaryOperator<Speech> cut) {
		ItemSlot slot = (id != null) ? state.slots().find(id) : null;
		if (id == null || slot == null || !(slot.item() instanceof AssistantMessage message)
				|| !ItemView.hasAudio(message, contentIndex, slot.speeches())) {
			return state;
		}
		return change(state, ContentPosition.ofModel(id, contentIndex), null, cut).mark(id, ItemMarks::asInterrupted);
	}

	// Whether all of a speech was heard, of which no more will come
	private static boolean isHeard(ConversationState state, ConversationItemTruncate asked) {
		ItemSlot slot = state.slots().find(asked.itemId());
		Speech speech = (slot != null) ? slot.speeches()
			.get(new ContentPosition(asked.itemId(), asked.contentIndex(), ContentPosition.Side.MODEL)) : null;
		if (slot == null || speech == null) {
			return false;
		}
		long total = AudioFormats.millis(speech.audioBytes(), state.format());
		boolean whole = speech.isSettled()
				|| (slot.item() != null && ItemStatus.COMPLETED.equals(ItemForms.status(slot.item())));
		return whole && total > 0 && asked.audioEndMs() >= total;
	}

	private static ConversationState change(ConversationState state, @Nullable ContentPosition place,
			@Nullable String responseId, UnaryOperator<Speech> change) {
		return (place != null) ? state.say(place, responseId, change) : state;
	}

}
