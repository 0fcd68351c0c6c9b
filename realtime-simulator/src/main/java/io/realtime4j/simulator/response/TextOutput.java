package io.realtime4j.simulator.response;

import java.time.Duration;
import java.util.Iterator;

/**
 * A message that is written.
 */
final class TextOutput extends MessageOutput {

	private static final double TOKEN_MILLIS = 40;

	private final Iterator<String> tokens;

	TextOutput(Stage stage, OutputSlot slot, String text) {
		super(stage, slot);
		this.tokens = Tokens.of(text).iterator();
	}

	@Override
	Advance begin() {
		sendPart("response.content_part.added", "text", "text");
		return pause();
	}

	@Override
	Advance step() {
		if (this.tokens.hasNext()) {
			sendToken("response.output_text.delta", this.tokens.next());
			return pause();
		}
		finish(slot().endStatus());
		return Advance.complete();
	}

	@Override
	void finish(String status) {
		storeContent("output_text", "text");
		events().send(contentEvent("response.output_text.done").put("text", streamed()));
		sendPart("response.content_part.done", "text", "text");
		conclude(status);
	}

	private Advance pause() {
		Duration token = stage().paced(TOKEN_MILLIS);
		return Advance.after(token.plus(slot().wordPause()));
	}

}
