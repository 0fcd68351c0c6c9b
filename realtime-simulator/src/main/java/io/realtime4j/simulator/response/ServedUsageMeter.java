package io.realtime4j.simulator.response;

import java.util.List;

import io.realtime4j.simulator.model.ModelRequest;
import io.realtime4j.simulator.model.ModelTool;
import io.realtime4j.simulator.model.ModelTurn;
import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Counts plausible tokens. What one response read of the conversation is cached for the
 * next one, in whole blocks.
 */
final class ServedUsageMeter {

	private static final int LETTERS_PER_TOKEN = 4;

	private static final int MILLIS_PER_INPUT_TOKEN = 100;

	private static final int MILLIS_PER_OUTPUT_TOKEN = 50;

	private static final int CACHE_BLOCK = 64;

	private long cachedText;

	private long lastTotal;

	/**
	 * Return what the last response consumed.
	 * @return the number of tokens
	 */
	long consumed() {
		return this.lastTotal;
	}

	ObjectNode measure(ModelRequest request, List<OutputItem> output) {
		long textIn = tokens(request.instructions());
		long audioIn = 0;
		for (ModelTurn turn : request.turns()) {
			boolean spoken = !turn.audio().isZero() && turn.role() == ModelTurn.Role.USER;
			audioIn += (spoken) ? Math.max(1, turn.audio().toMillis() / MILLIS_PER_INPUT_TOKEN) : 0;
			textIn += (spoken) ? 0 : tokens(turn.text()) + tokens(turn.name());
		}
		for (ModelTool tool : request.tools()) {
			textIn += tokens(tool.name()) + tokens(tool.description()) + tokens(Json.write(tool.parameters()));
		}
		long textOut = 0;
		long audioOut = 0;
		for (OutputItem item : output) {
			textOut += item.textTokens();
			audioOut += item.item().audioMillis() / MILLIS_PER_OUTPUT_TOKEN;
		}
		long cached = Math.min(this.cachedText, textIn / CACHE_BLOCK * CACHE_BLOCK);
		this.cachedText = textIn / CACHE_BLOCK * CACHE_BLOCK;
		this.lastTotal = textIn + audioIn + textOut + audioOut;
		return json(new Counts(textIn, audioIn, cached, textOut, audioOut));
	}

	private static ObjectNode json(Counts counts) {
		long in = counts.textIn() + counts.audioIn();
		long out = counts.textOut() + counts.audioOut();
		ObjectNode usage = Json.object()
			.put("total_tokens", in + out)
			.put("input_tokens", in)
			.put("output_tokens", out);
		ObjectNode input = usage.putObject("input_token_details")
			.put("text_tokens", counts.textIn())
			.put("audio_tokens", counts.audioIn())
			.put("image_tokens", 0)
			.put("cached_tokens", counts.cached());
		input.putObject("cached_tokens_details")
			.put("text_tokens", counts.cached())
			.put("audio_tokens", 0)
			.put("image_tokens", 0);
		usage.putObject("output_token_details")
			.put("text_tokens", counts.textOut())
			.put("audio_tokens", counts.audioOut());
		return usage;
	}

	private static long tokens(String text) {
		return (text.length() + LETTERS_PER_TOKEN - 1) / LETTERS_PER_TOKEN;
	}

	/**
	 * The tokens of one response by modality.
	 */
	private record Counts(long textIn, long audioIn, long cached, long textOut, long audioOut) {
	}

}
