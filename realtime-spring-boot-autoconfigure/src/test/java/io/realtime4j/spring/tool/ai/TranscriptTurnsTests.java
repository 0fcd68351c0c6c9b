package io.realtime4j.spring.tool.ai;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.conversation.Conversation;
import io.realtime4j.conversation.completion.EventCompletion;
import io.realtime4j.event.client.ConversationItemTruncate;
import io.realtime4j.spring.service.ServiceTalk;
import io.realtime4j.spring.service.ServiceVoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.ai.chat.messages.Message;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TranscriptTurns}.
 */
class TranscriptTurnsTests {

	private static final RealtimeCodec CODEC = RealtimeCodec.create();

	private static final byte[] SECOND = new byte[48_000];

	private final EventCompletion completion = new EventCompletion((responseId) -> false, List::of);

	private final TranscriptTurns turns = new TranscriptTurns();

	private final List<String> kept = new ArrayList<>();

	private Conversation conversation = Conversation.empty();

	private boolean refuses;

	private int refused;

	@ParameterizedTest
	@EnumSource
	void everyTurnIsKeptOnceAndInOrderHoweverLittleIsSaid(ServiceVoice voice) {
		hear(voice, ServiceTalk.question("u1", "Hello"));
		hear(voice, ServiceTalk.answer("a1", "Good morning", SECOND));
		hear(voice, ServiceTalk.question("u2", "What is the weather"));
		hear(voice, ServiceTalk.call("f1", "weather", "{}"));
		hear(voice, ServiceTalk.answer("a2", "It is sunny", SECOND));
		assertThat(this.kept).containsExactly("user: Hello", "assistant: Good morning", "user: What is the weather");
		keep(this.turns.all());
		assertThat(this.kept).containsExactly("user: Hello", "assistant: Good morning", "user: What is the weather",
				"assistant: It is sunny");
	}

	@Test
	void ofAnAnswerOnlyWhatWasHeardIsKept() {
		hear(ServiceVoice.ALL, ServiceTalk.answer("a1", "one two three four", SECOND));
		assertThat(this.kept).isEmpty();
		take(this.conversation.cut(ConversationItemTruncate.of("a1", 0, 500)));
		assertThat(this.kept).containsExactly("assistant: one two");
	}

	@Test
	void answerThatNobodyHeardIsNotKept() {
		hear(ServiceVoice.ALL, ServiceTalk.answer("a1", "one two three four", SECOND));
		take(this.conversation.unheard("a1"));
		hear(ServiceVoice.ALL, ServiceTalk.question("u1", "Stop"));
		assertThat(this.kept).containsExactly("user: Stop");
	}

	@Test
	void answerWaitsForTheWordsThatItAnswers() {
		List<String> question = ServiceTalk.question("u1", "Hello");
		hear(ServiceVoice.ALL, question.subList(0, question.size() - 1));
		hear(ServiceVoice.ALL, ServiceTalk.answer("a1", "Good morning", SECOND));
		hear(ServiceVoice.ALL, ServiceTalk.question("u2", "Bye"));
		assertThat(this.kept).isEmpty();
		hear(ServiceVoice.ALL, question.subList(question.size() - 1, question.size()));
		assertThat(this.kept).containsExactly("user: Hello", "assistant: Good morning", "user: Bye");
	}

	@Test
	void whatAnotherConnectionIsToldAgainIsNotKeptAgain() {
		String id = "an-id-that-is-too-long-for-any-client";
		hear(ServiceVoice.ALL, ServiceTalk.question(id, "Hello"));
		hear(ServiceVoice.ALL, ServiceTalk.answer("b" + id, "Good morning", SECOND));
		take(this.conversation.restored());
		hear(ServiceVoice.ALL, ServiceTalk.question("u2", "Bye"));
		assertThat(this.kept).containsExactly("user: Hello", "assistant: Good morning", "user: Bye");
	}

	@Test
	void turnsThatTheStoreRefusedAreGivenAgainWithTheNextOne() {
		this.refuses = true;
		hear(ServiceVoice.ALL, ServiceTalk.question("u1", "Hello"));
		hear(ServiceVoice.ALL, ServiceTalk.answer("a1", "Good morning", SECOND));
		assertThat(this.refused).isOne();
		this.refuses = false;
		hear(ServiceVoice.ALL, ServiceTalk.question("u2", "Bye"));
		keep(this.turns.all());
		assertThat(this.kept).containsExactly("user: Hello", "assistant: Good morning", "user: Bye");
	}

	@Test
	void turnsThatTheStoreRefusedAreGivenAgainAtTheEnd() {
		this.refuses = true;
		hear(ServiceVoice.ALL, ServiceTalk.question("u1", "Hello"));
		this.refuses = false;
		keep(this.turns.all());
		assertThat(this.kept).containsExactly("user: Hello");
	}

	private void hear(ServiceVoice voice, List<String> events) {
		for (String event : events) {
			String said = voice.say(event);
			if (said != null) {
				Conversation changed = this.conversation;
				for (var next : this.completion.complete(CODEC.decodeServerEvent(said))) {
					changed = changed.apply(next);
				}
				take(changed);
			}
		}
	}

	private void take(Conversation changed) {
		this.conversation = changed;
		this.turns.update(changed);
		keep(this.turns.settled());
	}

	private void keep(TranscriptTurns.Ready ready) {
		if (this.refuses) {
			this.refused += ready.messages().size();
			return;
		}
		for (Message message : ready.messages()) {
			this.kept.add(message.getMessageType().getValue() + ": " + message.getText());
		}
		this.turns.stored(ready);
	}

}
