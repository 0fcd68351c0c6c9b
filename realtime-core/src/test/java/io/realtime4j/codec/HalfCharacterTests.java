package io.realtime4j.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.event.client.ResponseCreate;
import io.realtime4j.event.client.SessionUpdate;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.item.UserMessage;
import io.realtime4j.model.response.ResponseSettings;
import io.realtime4j.model.session.RealtimeSessionSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for half a character in the text of an event.
 */
class HalfCharacterTests {

	private static final Set<EntryPoint> OF_SERVERS = Set.of(EntryPoint.SERVER, EntryPoint.TRANSLATION_SERVER,
			EntryPoint.LIVE_SERVER);

	private static final String HALF = "\uD83D";

	private static final RealtimeCodec CODEC = RealtimeCodec.create();

	@ParameterizedTest
	@EnumSource
	void everyEventCanBeWrittenWhereverItHoldsOne(EntryPoint entry) {
		int damaged = 0;
		for (JsonNode sample : entry.samples()) {
			for (JsonNode odd : damaged(sample)) {
				RealtimeMessage event = entry.read(odd.toString());
				assertWritten(entry, event, entry.write(event));
				if (entry.hasBeta() && isInBeta(entry, event)) {
					assertThat(entry.writeBeta(event)).matches(HalfCharacterTests::isUtf8);
				}
				damaged++;
			}
		}
		assertThat(damaged).isGreaterThan(2 * entry.samples().size());
	}

	@Test
	void replacementStandsForItInWhatIsSent() {
		assertThat(CODEC.encode(ConversationItemCreate.of(UserMessage.text("hello " + HALF))))
			.contains("\"text\":\"hello \uFFFD\"");
		assertThat(CODEC.encode(ConversationItemCreate.of(FunctionCallOutput.of("call_1", "cut " + HALF))))
			.contains("\"output\":\"cut \uFFFD\"");
		assertThat(CODEC.encode(ResponseCreate
			.of(ResponseSettings.builder().instructions(HALF).metadata(Map.of("key" + HALF, HALF)).build())))
			.contains("\"instructions\":\"\uFFFD\"", "{\"key\uFFFD\":\"\uFFFD\"}");
		assertThat(CODEC.encode(SessionUpdate
			.of(RealtimeSessionSettings.builder().extra("new" + HALF, StringNode.valueOf(HALF)).build())))
			.contains("\"new\uFFFD\":\"\uFFFD\"");
	}

	private static void assertWritten(EntryPoint entry, RealtimeMessage event, String json) {
		assertThat(json).matches(HalfCharacterTests::isUtf8);
		if (OF_SERVERS.contains(entry)) {
			assertThat(entry.read(json)).isEqualTo(event);
		}
		else {
			assertThat(json).doesNotContainIgnoringCase("\\ud83d");
		}
	}

	private static boolean isInBeta(EntryPoint entry, RealtimeMessage event) {
		try {
			entry.writeBeta(event);
			return true;
		}
		catch (RealtimeCodecException ex) {
			return false;
		}
	}

	private static boolean isUtf8(String text) {
		return StandardCharsets.UTF_8.newEncoder().canEncode(text);
	}

	// The event with half a character in one of its texts, for each of them
	private static List<JsonNode> damaged(JsonNode sample) {
		List<JsonNode> all = new ArrayList<>();
		JsonNode copy = sample.deepCopy();
		damageEach(copy, () -> all.add(copy.deepCopy()));
		return all;
	}

	private static void damageEach(JsonNode node, Runnable taken) {
		if (node instanceof ObjectNode object) {
			for (String name : List.copyOf(object.propertyNames())) {
				JsonNode value = object.get(name);
				if (value.isString()) {
					object.put(name, value.stringValue() + HALF);
					taken.run();
					object.set(name, value);
				}
				damageEach(value, taken);
			}
		}
		else if (node instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				JsonNode value = array.get(i);
				if (value.isString()) {
					array.set(i, StringNode.valueOf(value.stringValue() + HALF));
					taken.run();
					array.set(i, value);
				}
				damageEach(value, taken);
			}
		}
	}

}
