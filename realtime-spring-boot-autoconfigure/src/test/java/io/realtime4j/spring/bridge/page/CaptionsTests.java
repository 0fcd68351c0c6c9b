package io.realtime4j.spring.bridge.page;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.sun.management.ThreadMXBean;
import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.ConversationLimits;
import io.realtime4j.conversation.completion.EventCompletion;
import io.realtime4j.event.client.ConversationItemTruncate;
import io.realtime4j.spring.bridge.connection.PageOutput;
import io.realtime4j.spring.service.ServiceTalk;
import io.realtime4j.spring.service.ServiceVoice;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Captions}.
 */
class CaptionsTests {

	private static final RealtimeCodec CODEC = RealtimeCodec.create();

	private final List<String> told = new ArrayList<>();

	private final Captions captions = new Captions(new Recorder(), true, new PastCalls());

	private Conversation conversation = Conversation.empty();

	@Test
	void eachMessageIsToldBehindTheOneBeforeIt() {
		say("a", "user", "Hello.");
		apply("{'type':'conversation.item.added','previous_item_id':'a','item':{'type':'function_call','id':'f',"
				+ "'call_id':'c','name':'n','arguments':'{}'}}");
		say("s", "system", "Be brief.");
		say("b", "assistant", "Hi.");
		assertThat(this.told).hasSize(2);
		assertThat(this.told.get(0)).contains("'itemId':'a'", "'previousItemId':null");
		assertThat(this.told.get(1)).contains("'itemId':'b'", "'previousItemId':'a'");
		assertThat(this.captions.history()).extracting((entry) -> entry.itemId()).containsExactly("a", "b");
	}

	@Test
	void messagesThatAreLetGoAreTakenAway() {
		say("a", "user", "Hello.");
		say("b", "assistant", "Hi.");
		this.conversation = this.conversation.trimmed(new ConversationLimits(1, 1 << 20, false)).conversation();
		this.captions.update(this.conversation);
		assertThat(this.told.get(2)).contains("'type':'transcript-removed'", "'itemId':'a'");
		assertThat(this.captions.history()).extracting((entry) -> entry.itemId()).containsExactly("b");
	}

	@ParameterizedTest
	@EnumSource
	void captionsAreTheSameHoweverLittleIsSaid(ServiceVoice voice) {
		EventCompletion completion = new EventCompletion((responseId) -> false, List::of);
		List<String> events = new ArrayList<>(ServiceTalk.question("u1", "Hello"));
		events.addAll(ServiceTalk.answer("a1", "Good morning", new byte[48_000]));
		events.addAll(ServiceTalk.call("f1", "weather", "{}"));
		events.addAll(ServiceTalk.answer("a2", "It is sunny today", new byte[48_000]));
		events.stream().map(voice::say).filter(Objects::nonNull).forEach((said) -> {
			completion.complete(CODEC.decodeServerEvent(said))
				.forEach((event) -> this.conversation = this.conversation.apply(event));
			this.captions.update(this.conversation);
		});
		assertThat(shown()).containsExactly("user Hello", "assistant Good morning", "assistant It is sunny today");
		String last = this.captions.history().get(2).itemId();
		this.conversation = this.conversation.cut(ConversationItemTruncate.of(last, 0, 500));
		this.captions.update(this.conversation);
		assertThat(this.told).last(InstanceOfAssertFactories.STRING)
			.contains("'itemId':'" + last + "'", "'text':'It is'", "'interrupted':true");
		this.conversation = this.conversation.unheard(last);
		this.captions.update(this.conversation);
		assertThat(shown()).containsExactly("user Hello", "assistant Good morning");
	}

	// What a page shows after all that it was told
	private List<String> shown() {
		Map<String, String> shown = new LinkedHashMap<>();
		for (String message : this.told) {
			JsonNode told = JsonMapper.shared().readTree(message.replace('\'', '"'));
			String id = told.path("itemId").asString("");
			if ("transcript".equals(told.path("type").asString())) {
				shown.put(id, told.path("role").asString() + " " + told.path("text").asString());
			}
			else if ("transcript-removed".equals(told.path("type").asString())) {
				shown.remove(id);
			}
		}
		return List.copyOf(shown.values());
	}

	// What is allocated does not depend on who else uses the machine
	@Test
	void captionCostsTheSameHoweverManyCameBefore() {
		long early = 0;
		for (int i = 0; i < 8000; i++) {
			if (i == 400) {
				early = cost(i);
			}
			say("item" + i, "user", "Hello.");
		}
		assertThat(cost(8000)).isLessThan(2 * early);
	}

	private long cost(int from) {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		Conversation before = this.conversation;
		long allocated = threads.getCurrentThreadAllocatedBytes();
		for (int i = from; i < from + 100; i++) {
			say("more" + i, "user", "Hello.");
		}
		long cost = threads.getCurrentThreadAllocatedBytes() - allocated;
		this.conversation = before;
		this.captions.update(before);
		return cost;
	}

	private void say(String id, String role, String text) {
		String type = role.equals("assistant") ? "output_text" : "input_text";
		apply("{'type':'conversation.item.added','item':{'type':'message','id':'" + id + "','role':'" + role
				+ "','content':[{'type':'" + type + "','text':'" + text + "'}]}}");
	}

	private void apply(String event) {
		this.conversation = this.conversation.apply(CODEC.decodeServerEvent(event.replace('\'', '"')));
		this.captions.update(this.conversation);
	}

	private final class Recorder implements PageOutput {

		@Override
		public void tell(String json) {
			CaptionsTests.this.told.add(json.replace('"', '\''));
		}

		@Override
		public void tellOfAudio(String json) {
			tell(json);
		}

		@Override
		public void play(byte[] pcm16) {
		}

		@Override
		public void dropAudio() {
		}

	}

}
