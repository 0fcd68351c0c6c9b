package io.realtime4j.conversation;

import io.realtime4j.model.content.ContentPart;
import io.realtime4j.model.content.InputAudio;
import io.realtime4j.model.content.InputImage;
import io.realtime4j.model.content.InputText;
import io.realtime4j.model.content.OutputAudio;
import io.realtime4j.model.content.OutputText;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.Message;
import org.jspecify.annotations.Nullable;

/**
 * Estimates how much memory items take, in bytes and rather too high than too low.
 */
final class Weights {

	/**
	 * The memory of an item, whatever it holds.
	 */
	static final long OF_SLOT = 1024;

	/**
	 * The memory of a piece of a text, as long as nobody has put the text together.
	 */
	static final long OF_PIECE = 96;

	private static final long OF_PART = 128;

	private static final long BYTES_PER_CHARACTER = 2;

	private Weights() {
	}

	static long of(Item item) {
		if (item instanceof Message message && message.content() != null) {
			return OF_SLOT + message.content().stream().mapToLong(Weights::of).sum();
		}
		if (item instanceof FunctionCall call) {
			return OF_SLOT + of(call.arguments());
		}
		return OF_SLOT + ((item instanceof FunctionCallOutput output) ? of(output.output()) : of(item.toString()));
	}

	static long of(@Nullable String text) {
		return (text != null) ? BYTES_PER_CHARACTER * text.length() : 0;
	}

	private static long of(ContentPart part) {
		if (part instanceof InputText text) {
			return OF_PART + of(text.text());
		}
		if (part instanceof InputAudio audio) {
			return OF_PART + of(audio.transcript());
		}
		if (part instanceof OutputText text) {
			return OF_PART + of(text.text());
		}
		if (part instanceof OutputAudio audio) {
			return OF_PART + of(audio.transcript());
		}
		return OF_PART + ((part instanceof InputImage image) ? of(image.imageUrl()) : of(part.toString()));
	}

}
