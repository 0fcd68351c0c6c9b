package io.realtime4j.guardrail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.realtime4j.codec.WellFormedText;
import io.realtime4j.event.server.ResponseOutputAudioTranscriptDelta;
import io.realtime4j.event.server.ResponseOutputAudioTranscriptDone;
import io.realtime4j.event.server.ResponseOutputTextDelta;
import io.realtime4j.event.server.ResponseOutputTextDone;
import io.realtime4j.event.server.ServerEvent;
import org.jspecify.annotations.Nullable;

/**
 * Text of a response, part by part as it comes. Not thread-safe.
 */
final class DraftText {

	private final Map<String, StringBuilder> parts = new LinkedHashMap<>();

	private int length;

	void apply(ServerEvent event) {
		if (event instanceof ResponseOutputAudioTranscriptDelta delta) {
			append(delta.itemId(), delta.contentIndex(), delta.delta());
		}
		else if (event instanceof ResponseOutputTextDelta delta) {
			append(delta.itemId(), delta.contentIndex(), delta.delta());
		}
		else if (event instanceof ResponseOutputAudioTranscriptDone done) {
			complete(done.itemId(), done.contentIndex(), done.transcript());
		}
		else if (event instanceof ResponseOutputTextDone done) {
			complete(done.itemId(), done.contentIndex(), done.text());
		}
	}

	private void append(@Nullable String itemId, long contentIndex, String delta) {
		part(itemId, contentIndex).append(delta);
		this.length += delta.length();
	}

	// The server may correct what it said, or say it only now
	private void complete(@Nullable String itemId, long contentIndex, String text) {
		StringBuilder part = part(itemId, contentIndex);
		if (!part.toString().equals(text)) {
			this.length += text.length() - part.length();
			part.setLength(0);
			part.append(text);
		}
	}

	private StringBuilder part(@Nullable String itemId, long contentIndex) {
		return this.parts.computeIfAbsent(itemId + " " + contentIndex, (key) -> new StringBuilder());
	}

	int length() {
		return this.length;
	}

	/**
	 * Return the text in whole characters, since a guardrail may send it elsewhere.
	 */
	String text(boolean complete) {
		String text = this.parts.values()
			.stream()
			.map((part) -> complete ? part.toString() : WellFormedText.soFar(part.toString()))
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining("\n"));
		return WellFormedText.of(text);
	}

}
