package io.realtime4j.conversation;

import java.util.List;
import java.util.Map;

import io.realtime4j.audio.AudioData;
import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.model.content.InputAudio;
import io.realtime4j.model.content.InputImage;
import io.realtime4j.model.content.InputText;
import io.realtime4j.model.content.OutputAudio;
import io.realtime4j.model.content.OutputText;
import io.realtime4j.model.item.AssistantMessage;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.item.Item;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.model.item.McpListTools;
import io.realtime4j.model.item.SystemMessage;
import io.realtime4j.model.item.UserMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.StringNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Restoration}.
 */
class RestorationTests {

	private static final AudioData AUDIO = AudioData.of(new byte[4800]);

	@Test
	void speechOfBothSidesBecomesText() {
		UserMessage user = new UserMessage("item_1", "realtime.item", ItemStatus.COMPLETED,
				List.of(new InputAudio(AUDIO, "A room?", Map.of())), Map.of());
		AssistantMessage assistant = new AssistantMessage("item_2", "realtime.item", ItemStatus.INCOMPLETE,
				List.of(new OutputAudio(null, "We have", Map.of())), Map.of("phase", StringNode.valueOf("final")));
		assertThat(restored(user, assistant)).containsExactly(
				new UserMessage("item_1", null, null, List.of(InputText.of("A room?")), Map.of()),
				new AssistantMessage("item_2", null, null, List.of(OutputText.of("We have")), Map.of()));
	}

	@Test
	void textAndImagesStayAsTheyAre() {
		SystemMessage system = SystemMessage.text("Be brief.").withId("item_1");
		UserMessage user = UserMessage.of(InputText.of("What is it?"), InputImage.of("data:image/png;base64,AA=="))
			.withId("item_2");
		AssistantMessage assistant = AssistantMessage.text("A key.").withId("item_3");
		assertThat(restored(system, user, assistant)).containsExactly(system, user, assistant);
	}

	@Test
	void messagesWithNothingToSayAreLeftOut() {
		UserMessage untranscribed = UserMessage.of(InputAudio.of(AUDIO)).withId("item_1");
		UserMessage silence = UserMessage.of(new InputAudio(null, "", Map.of())).withId("item_2");
		AssistantMessage unheard = AssistantMessage.of(new OutputAudio(null, null, Map.of())).withId("item_3");
		AssistantMessage empty = new AssistantMessage("item_4", null, null, null, Map.of());
		assertThat(restored(untranscribed, silence, unheard, empty)).isEmpty();
	}

	@Test
	void whatOnlyServersCreateIsLeftOut() {
		assertThat(restored(new McpListTools("item_1", "crm", List.of(), Map.of()))).isEmpty();
	}

	@Test
	void callsAreSaidWithTheirOutputs() {
		FunctionCall first = call("item_1", "call_1", ItemStatus.COMPLETED);
		FunctionCall second = call("item_2", "call_2", ItemStatus.COMPLETED);
		FunctionCallOutput secondOutput = output("item_3", "call_2");
		FunctionCallOutput firstOutput = output("item_4", "call_1");
		assertThat(restored(first, second, secondOutput, firstOutput, AssistantMessage.text("Done.").withId("item_5")))
			.extracting(Item::id)
			.containsExactly("item_1", "item_2", "item_3", "item_4", "item_5");
	}

	@Test
	void restoredCallCarriesNothingOfTheServersOwn() {
		assertThat(restored(call("item_1", "call_1", ItemStatus.COMPLETED), output("item_2", "call_1")))
			.containsExactly(new FunctionCall("item_1", null, null, "call_1", "book", "{}", Map.of()),
					new FunctionCallOutput("item_2", null, null, "call_1", "ok", Map.of()));
	}

	@Test
	void callThatWasNeverAnsweredIsLeftOut() {
		assertThat(restored(call("item_1", "call_1", ItemStatus.COMPLETED), UserMessage.text("Well?").withId("item_2")))
			.extracting(Item::id)
			.containsExactly("item_2");
	}

	@Test
	void callWhoseFunctionMayStillRunIsSaid() {
		assertThat(
				restored(UserMessage.text("Book it.").withId("item_1"), call("item_2", "call_1", ItemStatus.COMPLETED),
						call("item_3", "call_2", ItemStatus.COMPLETED), output("item_4", "call_1")))
			.extracting(Item::id)
			.containsExactly("item_1", "item_2", "item_3", "item_4");
	}

	@Test
	void callThatIsNotWholeIsLeftOutWithItsOutput() {
		assertThat(restored(call("item_1", "call_1", ItemStatus.INCOMPLETE), output("item_2", "call_1"))).isEmpty();
	}

	@Test
	void outputsWithoutTheirCallAreLeftOutAndSoAreSecondOnes() {
		assertThat(restored(output("item_1", "call_1"), call("item_2", "call_1", ItemStatus.COMPLETED),
				output("item_3", "call_1"), output("item_4", "call_1")))
			.extracting(Item::id)
			.containsExactly("item_2", "item_3");
	}

	@Test
	void idsTooLongForClientsAreReplacedAlwaysByTheSame() {
		String uuid = "d7f61d68-2d0e-4fee-8621-4658f75153c2";
		String id = restored(UserMessage.text("Hi").withId(uuid)).get(0).id();
		assertThat(id).hasSize(32).isEqualTo(Restoration.restoredId(uuid));
		assertThat(Restoration.restoredId(id)).isEqualTo(id);
		assertThat(restored(UserMessage.text("Hi")).get(0).id()).isNull();
	}

	@Test
	void restorationIsStoredAsTextAndReadAgain() {
		RealtimeCodec codec = RealtimeCodec.create();
		List<ConversationItemCreate> events = Restoration
			.events(List.of(UserMessage.text("Book it.").withId("item_1"), call("item_2", "call_1", null)));
		assertThat(events.stream().map(codec::encode).map(codec::decodeClientEvent)).containsExactlyElementsOf(events);
	}

	@Test
	void conversationIsSaidAgain() {
		Conversation conversation = Conversation.empty().apply(RealtimeCodec.create().decodeServerEvent("""
				{"type":"conversation.item.added","item":{"id":"item_1","type":"message","role":"user",
				"status":"completed","content":[{"type":"input_text","text":"Hi"}]}}"""));
		assertThat(Restoration.events(conversation))
			.containsExactly(ConversationItemCreate.of(UserMessage.text("Hi").withId("item_1")));
	}

	private static List<Item> restored(Item... items) {
		return Restoration.events(List.of(items)).stream().map(ConversationItemCreate::item).toList();
	}

	private static FunctionCall call(String id, String callId, @Nullable ItemStatus status) {
		return new FunctionCall(id, "realtime.item", status, callId, "book", "{}", Map.of());
	}

	private static FunctionCallOutput output(String id, String callId) {
		return new FunctionCallOutput(id, "realtime.item", ItemStatus.COMPLETED, callId, "ok", Map.of());
	}

}
