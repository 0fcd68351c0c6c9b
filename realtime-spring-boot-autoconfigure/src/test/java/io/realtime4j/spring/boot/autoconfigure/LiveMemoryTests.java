package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.live.session.LiveClient;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeSpringAiAutoConfiguration;
import io.realtime4j.spring.tool.ai.LiveTranscriptMemory;
import org.junit.jupiter.api.Test;

import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the chat memory of live sessions.
 */
class LiveMemoryTests {

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final ApplicationContextRunner contextRunner = RealtimeContext.live(this.transport)
		.withConfiguration(AutoConfigurations.of(RealtimeSpringAiAutoConfiguration.class))
		.withBean(ChatMemory.class, () -> MessageWindowChatMemory.builder().build());

	@Test
	void turnsAreKeptAsTheyEndAndTheLastOnesAtTheEnd() {
		this.contextRunner.withPropertyValues("realtime.session.chat-memory.enabled=true").run((context) -> {
			LiveSession session = context.getBean(LiveClient.class).open();
			session.open().join();
			ChatMemory memory = context.getBean(ChatMemory.class);
			ScriptedTransport.ScriptedConnection connection = this.transport.connection();
			connection.receive(LiveTalk.said("input", "Is it open?", 0, 900));
			connection.receive(LiveTalk.said("output", "Until ten.", 2000, 2900));
			connection.receive(LiveTalk.said("input", "Good.", 6000, 6500));
			await().untilAsserted(
					() -> assertThat(memory.get(session.id())).extracting(Message::getText).contains("Is it open?"));
			connection.receive(LiveTalk.closed("content"));
			await().until(() -> memory.get(session.id()).size() == 3);
			assertThat(memory.get(session.id())).extracting(Message::getText)
				.containsExactly("Is it open?", "Until ten.", "Good.");
			assertThat(memory.get(session.id())).hasOnlyElementsOfTypes(UserMessage.class, AssistantMessage.class)
				.element(1)
				.isInstanceOf(AssistantMessage.class);
		});
	}

	@Test
	void nothingIsKeptUnlessItIsWanted() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(LiveTranscriptMemory.class));
	}

}
