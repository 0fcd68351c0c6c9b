package io.realtime4j.store;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;

import io.realtime4j.ServerTalk;
import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ItemMarks;
import io.realtime4j.conversation.ItemSnapshot;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.SystemMessage;
import io.realtime4j.model.item.UserMessage;
import io.realtime4j.usage.Cost;
import io.realtime4j.usage.ModelUsage;
import io.realtime4j.usage.TokenCount;
import io.realtime4j.usage.Usage;
import io.realtime4j.usage.UsageSum;
import io.realtime4j.usage.UsageTotals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the JSON of stored conversations.
 */
class RecordFormatTests {

	@ParameterizedTest
	@MethodSource("items")
	void itemIsReadAsItWasWritten(Item item) {
		ItemSnapshot snapshot = new ItemSnapshot(item, new ItemMarks(true, true, false, true), "All of it");
		String json = RecordFormat.item(snapshot);
		assertThat(RecordFormat.item(new ItemRecord(snapshot.id(), 1, json))).isEqualTo(snapshot);
	}

	static List<Item> items() {
		Conversation said = Conversation.empty()
			.apply(ServerTalk.assistant("added", "a", null, "in_progress", ""))
			.apply(ServerTalk.transcriptDone("r", "a", "Good \\\"morning\\\" \uD83D\uDE00"))
			.apply(ServerTalk.user("added", "u", "a"))
			.apply(ServerTalk.item("added", "x", "u", "'role':'critic','content':[{'type':'mime','move':7}]"));
		return List.of(UserMessage.text("Hello").withId("u1"), SystemMessage.text("Be brief").withId("s1"),
				new FunctionCall("c1", null, null, "call_1", "book", "{\"at\":8}", Map.of()),
				new FunctionCallOutput("o1", null, null, "call_1", "done", Map.of()), said.item("a").orElseThrow(),
				said.item("u").orElseThrow(), said.item("x").orElseThrow());
	}

	@Test
	void textIsThatOfVersionOne() {
		ItemSnapshot snapshot = new ItemSnapshot(UserMessage.text("Hello").withId("u1"),
				new ItemMarks(false, true, true, false), "Hello you");
		assertThat(RecordFormat.item(snapshot)).isEqualTo(
				"{\"version\":1,\"item\":{\"type\":\"message\",\"id\":\"u1\",\"content\":[{\"type\":\"input_text\",\"text\":\"Hello\"}],\"role\":\"user\"},"
						+ "\"wholeText\":\"Hello you\",\"interrupted\":true}");
	}

	@Test
	void detailsAreReadAsTheyWereWritten() {
		Currency currency = Currency.getInstance("EUR");
		UsageSum sum = new UsageSum(3,
				new Usage(new TokenCount(1, 2, 3, 4), new TokenCount(0, 1, 0, 0), new TokenCount(5, 6, 0, 0),
						Duration.ofMillis(1500), Duration.ofSeconds(7)),
				new Cost(currency, new BigDecimal("0.000000123456789"), false));
		UsageTotals totals = new UsageTotals(sum, sum, sum,
				List.of(new ModelUsage("gpt-realtime", sum), new ModelUsage(null, sum)));
		ConversationDetails details = new ConversationDetails(new StoredSettings("realtime", "gpt-realtime", "marin"),
				totals, Map.of("table", "seven"));
		assertThat(RecordFormat.details(RecordFormat.details(details))).isEqualTo(details);
		ConversationDetails nothing = new ConversationDetails(null, null, Map.of());
		assertThat(RecordFormat.details(RecordFormat.details(nothing))).isEqualTo(nothing);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[", "{}", "null", "{\"version\":2}", "{\"version\":1}", "{\"version\":1,\"item\":7}",
			"{\"version\":1,\"item\":{\"type\":\"message\",\"role\":\"user\",\"content\":[]}}" })
	void itemThatCannotBeReadIsRefused(String json) {
		assertThatExceptionOfType(UnreadableConversationException.class)
			.isThrownBy(() -> RecordFormat.item(new ItemRecord("u1", 1, json)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"version\":2}", "{\"version\":1,\"usage\":{}}",
			"{\"version\":1,\"usage\":{\"currency\":\"EUR\",\"responses\":{\"transcribed\":\"x\"}}}" })
	void detailsThatCannotBeReadAreRefused(String json) {
		assertThatExceptionOfType(UnreadableConversationException.class).isThrownBy(() -> RecordFormat.details(json));
	}

	@Test
	void newerReleaseIsNamed() {
		assertThatExceptionOfType(UnreadableConversationException.class)
			.isThrownBy(() -> RecordFormat.details("{\"version\":2}"))
			.withMessageContaining("newer release");
	}

}
