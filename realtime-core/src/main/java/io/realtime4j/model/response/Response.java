package io.realtime4j.model.response;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.realtime4j.model.MaxOutputTokens;
import io.realtime4j.model.Modality;
import io.realtime4j.model.content.ContentPart;
import io.realtime4j.model.content.OutputAudio;
import io.realtime4j.model.content.OutputText;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.usage.ResponseUsage;
import io.realtime4j.support.Copies;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Response as the server reports it.
 *
 * @param id the id of the response, or {@code null} if absent
 * @param object always {@code realtime.response}, or {@code null} if absent
 * @param status how far it has come, or {@code null} if absent
 * @param statusDetails why it did not become whole, or {@code null} if there is nothing
 * to say
 * @param output the items that it gave, or {@code null} if absent
 * @param metadata what the request attached to it, or {@code null} if nothing
 * @param audio its audio settings, or {@code null} if absent
 * @param usage its tokens, or {@code null} as long as it runs
 * @param conversationId the id of the conversation, or {@code null} if it stands beside
 * @param outputModalities what it answers with, or {@code null} if absent
 * @param maxOutputTokens the most tokens, or {@code null} if absent
 * @param maxResponseOutputTokens the same by an older beta name, or {@code null} if
 * absent
 * @param temperature the sampling temperature, or {@code null} if absent; beta only
 * @param extra members that this library does not know, by their names on the wire; sent
 * as they are
 * @since 0.1.0
 */
public record Response(@Nullable String id, @Nullable String object, @Nullable ResponseStatus status,
		@Nullable StatusDetails statusDetails, @Nullable List<Item> output, @Nullable Map<String, String> metadata,
		@Nullable ResponseAudio audio, @Nullable ResponseUsage usage, @Nullable String conversationId,
		@Nullable List<Modality> outputModalities, @Nullable MaxOutputTokens maxOutputTokens,
		@Nullable MaxOutputTokens maxResponseOutputTokens, @Nullable Double temperature,
		@JsonAnyGetter @JsonAnySetter Map<String, JsonNode> extra) {

	/**
	 * Create a new {@link Response} instance.
	 */
	public Response {
		output = Copies.nullableList(output);
		metadata = Copies.nullableMap(metadata);
		outputModalities = Copies.nullableList(outputModalities);
		extra = Copies.extra(extra);
	}

	/**
	 * Return the text of this response: the texts of its messages and the transcripts of
	 * its speech, in order, one line for each part.
	 * @return the text, empty if it says nothing
	 */
	public String text() {
		List<Item> items = (this.output != null) ? this.output : List.of();
		return items.stream()
			.filter(AssistantMessage.class::isInstance)
			.map((item) -> ((AssistantMessage) item).content())
			.filter(Objects::nonNull)
			.flatMap(List::stream)
			.map(Response::textOf)
			.filter((text) -> text != null && !text.isBlank())
			.collect(Collectors.joining("\n"));
	}

	private static @Nullable String textOf(ContentPart part) {
		if (part instanceof OutputText text) {
			return text.text();
		}
		return (part instanceof OutputAudio audio) ? audio.transcript() : null;
	}

}
