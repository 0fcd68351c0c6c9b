package io.realtime4j.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.realtime4j.model.audio.AudioFormat;
import io.realtime4j.model.content.ContentPart;
import io.realtime4j.model.content.InputAudio;
import io.realtime4j.model.content.OutputAudio;
import io.realtime4j.model.content.OutputText;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.model.item.Message;
import io.realtime4j.model.item.SystemMessage;
import io.realtime4j.model.item.UserMessage;
import org.jspecify.annotations.Nullable;

/**
 * An item together with all that was said of it.
 *
 * @param item the item, in which of speech that was cut stands what was heard
 * @param said what each part of a message says, in the order of its content; of parts
 * that say nothing {@code null}
 */
record ItemView(Item item, List<@Nullable SpokenContent> said) {

	static ItemView of(Item item, Speeches speeches, @Nullable AudioFormat format) {
		String id = item.id();
		if (!(item instanceof Message message) || item instanceof SystemMessage || id == null) {
			return new ItemView(item, List.of());
		}
		ContentPosition.Side side = (message instanceof UserMessage) ? ContentPosition.Side.USER
				: ContentPosition.Side.MODEL;
		boolean whole = !ItemStatus.IN_PROGRESS.equals(message.status());
		List<ContentPart> content = (message.content() != null) ? message.content() : List.of();
		List<ContentPart> parts = new ArrayList<>();
		List<@Nullable SpokenContent> said = new ArrayList<>();
		for (int i = 0; true; i++) {
			Speech speech = speeches.get(new ContentPosition(id, i, side));
			ContentPart part = (i < content.size()) ? content.get(i) : partOf(speech, side);
			if (part == null) {
				break;
			}
			SpokenContent own = saidBy(part, whole, speech, format);
			said.add(own);
			parts.add((own != null && speech != null) ? put(part, own) : part);
		}
		boolean same = parts.equals(message.content()) || (parts.isEmpty() && message.content() == null);
		return new ItemView(same ? item : ItemForms.withContent(message, parts), said);
	}

	/**
	 * Return whether the transcript says that nobody spoke.
	 */
	boolean isSilence() {
		return this.item instanceof UserMessage && !this.said.isEmpty() && this.said.stream()
			.allMatch((part) -> part != null && part.settled() && part.text() != null && part.text().isBlank());
	}

	static boolean hasAudio(AssistantMessage message, long contentIndex, Speeches speeches) {
		List<ContentPart> content = (message.content() != null) ? message.content() : List.of();
		if (contentIndex >= 0 && contentIndex < content.size()) {
			return content.get((int) contentIndex) instanceof OutputAudio;
		}
		Speech speech = speeches
			.get(new ContentPosition(String.valueOf(message.id()), contentIndex, ContentPosition.Side.MODEL));
		return speech != null && speech.spoken();
	}

	// A part that the item does not have yet, though something of it came
	private static @Nullable ContentPart partOf(@Nullable Speech speech, ContentPosition.Side side) {
		if (speech == null) {
			return null;
		}
		if (side == ContentPosition.Side.USER) {
			return new InputAudio(null, null, Map.of());
		}
		return speech.spoken() ? new OutputAudio(null, null, Map.of()) : new OutputText(null, Map.of());
	}

	private static @Nullable SpokenContent saidBy(ContentPart part, boolean whole, @Nullable Speech speech,
			@Nullable AudioFormat format) {
		if (part instanceof InputAudio audio) {
			return SpokenContent.of(audio.transcript(), whole, speech, format);
		}
		if (part instanceof OutputAudio audio) {
			return SpokenContent.of(audio.transcript(), whole, speech, format);
		}
		return (part instanceof OutputText text) ? SpokenContent.of(text.text(), whole, speech, format) : null;
	}

	private static ContentPart put(ContentPart part, SpokenContent said) {
		if (part instanceof InputAudio audio) {
			return new InputAudio(audio.audio(), said.text(), audio.extra());
		}
		if (part instanceof OutputAudio audio) {
			return new OutputAudio((said.audio() != null) ? said.audio() : audio.audio(), said.heard(), audio.extra());
		}
		return (part instanceof OutputText text) ? new OutputText(said.text(), text.extra()) : part;
	}

}
