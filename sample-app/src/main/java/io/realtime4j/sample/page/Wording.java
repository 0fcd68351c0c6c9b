package io.realtime4j.sample.page;

import java.util.stream.Collectors;

import io.realtime4j.model.content.ContentPart;
import io.realtime4j.model.content.InputAudio;
import io.realtime4j.model.content.InputText;
import io.realtime4j.model.content.OutputAudio;
import io.realtime4j.model.content.OutputText;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.Message;
import io.realtime4j.model.item.UserMessage;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words in an item of the conversation, and who says them.
 */
final class Wording {

	private Wording() {
	}

	static @Nullable String speaker(Item item) {
		if (item instanceof UserMessage) {
			return "guest";
		}
		if (item instanceof AssistantMessage) {
			return "desk";
		}
		if (item instanceof FunctionCall) {
			return "call";
		}
		return (item instanceof FunctionCallOutput) ? "result" : null;
	}

	static String text(Item item) {
		if (item instanceof Message message && message.content() != null) {
			return message.content().stream().map(Wording::text).collect(Collectors.joining(" ")).strip();
		}
		if (item instanceof FunctionCall call) {
			return call.name() + " " + known(call.arguments());
		}
		return (item instanceof FunctionCallOutput output) ? known(output.output()) : "";
	}

	private static String text(ContentPart part) {
		if (part instanceof InputText text) {
			return known(text.text());
		}
		if (part instanceof OutputText text) {
			return known(text.text());
		}
		if (part instanceof InputAudio audio) {
			return known(audio.transcript());
		}
		return (part instanceof OutputAudio audio) ? known(audio.transcript()) : "";
	}

	private static String known(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
