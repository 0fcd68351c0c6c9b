package io.realtime4j.spring.boot.autoconfigure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import io.realtime4j.session.RealtimeSession;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeSpringAiAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeToolAutoConfiguration;
import io.realtime4j.spring.tool.ai.SpringAiTools;
import io.realtime4j.spring.tool.ai.TranscriptMemory;
import io.realtime4j.tool.ToolException;
import io.realtime4j.tool.ToolRunner;
import io.realtime4j.tool.ToolSet;
import org.junit.jupiter.api.Test;

import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.function.FunctionToolCallback;
import org.springframework.ai.tool.method.MethodToolCallbackProvider;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link RealtimeSpringAiAutoConfiguration}.
 */
class RealtimeSpringAiAutoConfigurationTests {

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final CallingModel model = new CallingModel(this.transport);

	private final ApplicationContextRunner runner = RealtimeContext.runner(this.transport)
		.withConfiguration(
				AutoConfigurations.of(RealtimeToolAutoConfiguration.class, RealtimeSpringAiAutoConfiguration.class));

	@Test
	void callbacksAndAnnotatedMethodsAreOfferedAndCalled() {
		this.runner.withBean(ToolCallback.class, RealtimeSpringAiAutoConfigurationTests::shout)
			.withBean(WeatherTools.class)
			.run((context) -> {
				assertThat(this.model.declared(context.getBean(RealtimeSession.class)))
					.containsExactlyInAnyOrder("shout", "weather", "whose", "refuse", "fail");
				assertThat(this.model.answer("shout", "{\"word\":\"hi\"}")).isEqualTo("\"HI\"");
				assertThat(this.model.answer("weather", "{\"city\":\"Oslo\"}")).isEqualTo("\"Snow in Oslo\"");
				assertThat(this.model.answer("whose", "{}"))
					.isEqualTo("\"" + context.getBean(RealtimeSession.class).id() + "\"");
			});
	}

	@Test
	void wrongArgumentsAndFailuresAreAnsweredAsThoseOfOtherTools() {
		this.runner.withBean(WeatherTools.class).run((context) -> {
			this.model.opened(context.getBean(RealtimeSession.class));
			assertThat(this.model.answer("weather", "{}")).contains("city is missing");
			assertThat(this.model.answer("refuse", "{}")).isEqualTo("No.");
			assertThat(this.model.answer("fail", "{}")).startsWith("The tool failed.");
		});
	}

	@Test
	void methodThatAProviderHasIsOfferedOnce() {
		this.runner.withBean(WeatherTools.class)
			.withBean(ToolCallbackProvider.class,
					() -> MethodToolCallbackProvider.builder().toolObjects(new WeatherTools()).build())
			.run((context) -> assertThat(context.getBean(ToolSet.class).names()).containsExactlyInAnyOrder("weather",
					"whose", "refuse", "fail"));
	}

	@Test
	void toolsCanBeKeptBack() {
		this.runner.withBean(WeatherTools.class)
			.withPropertyValues("realtime.session.tools.spring-ai.enabled=false")
			.run((context) -> {
				assertThat(context).doesNotHaveBean(SpringAiTools.class);
				assertThat(context.getBean(ToolSet.class).names()).isEmpty();
			});
	}

	@Test
	void nothingIsLoadedWithoutSpringAi() {
		this.runner.withClassLoader(new FilteredClassLoader("org.springframework.ai"))
			.withPropertyValues("realtime.session.chat-memory.enabled=true")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(ToolRunner.class)
				.doesNotHaveBean(RealtimeSpringAiAutoConfiguration.class));
	}

	@Test
	void nothingIsKeptUnlessAskedFor() {
		this.runner.withBean(ChatMemory.class, () -> MessageWindowChatMemory.builder().build())
			.run((context) -> assertThat(context).doesNotHaveBean(TranscriptMemory.class));
		this.runner.withPropertyValues("realtime.session.chat-memory.enabled=true")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(TranscriptMemory.class));
	}

	@Test
	void whatWasSaidIsKeptInOrder() {
		withMemory().run((context) -> {
			RealtimeSession session = this.model.opened(context.getBean(RealtimeSession.class));
			receive("""
					{"type":"conversation.item.added","item":{"id":"u1","type":"message","role":"user","content":[{"type":"input_audio"}]}}
					{"type":"response.output_item.added","response_id":"r","output_index":0,"item":{"id":"a1","type":"message","role":"assistant","content":[]}}
					{"type":"response.output_audio_transcript.done","response_id":"r","item_id":"a1","output_index":0,"content_index":0,"transcript":"Good morning."}
					{"type":"response.output_item.done","response_id":"r","output_index":0,"item":{"id":"a1","type":"message","role":"assistant","content":[]}}
					{"type":"conversation.item.added","item":{"id":"u2","type":"message","role":"user","content":[{"type":"input_text","text":"And a text."}]}}
					{"type":"conversation.item.input_audio_transcription.completed","item_id":"u1","content_index":0,"transcript":"Hello. "}""");
			await().untilAsserted(() -> assertThat(kept(context.getBean(ChatMemory.class), session))
				.containsExactly("user: Hello.", "assistant: Good morning.", "user: And a text."));
		});
	}

	@Test
	void memoryCanStoreHalfACharacter() {
		withMemory().run((context) -> {
			RealtimeSession session = this.model.opened(context.getBean(RealtimeSession.class));
			receive("""
					{"type":"conversation.item.added","item":{"id":"u1","type":"message","role":"user","content":[{"type":"input_text","text":"Hello \\ud83d"}]}}""");
			await().untilAsserted(() -> assertThat(kept(context.getBean(ChatMemory.class), session))
				.containsExactly("user: Hello \uFFFD"));
		});
	}

	@Test
	void silenceAndFailedTranscriptsKeepNobodyWaiting() {
		withMemory().run((context) -> {
			RealtimeSession session = this.model.opened(context.getBean(RealtimeSession.class));
			receive("""
					{"type":"conversation.item.added","item":{"id":"u1","type":"message","role":"user","content":[{"type":"input_audio"}]}}
					{"type":"conversation.item.added","item":{"id":"u2","type":"message","role":"user","content":[{"type":"input_audio"}]}}
					{"type":"response.output_text.done","response_id":"r","item_id":"a1","output_index":0,"content_index":0,"text":"Yes?"}
					{"type":"response.output_item.done","response_id":"r","output_index":0,"item":{"id":"a1","type":"message","role":"assistant","content":[]}}
					{"type":"conversation.item.input_audio_transcription.completed","item_id":"u2","content_index":0,"transcript":""}
					{"type":"conversation.item.input_audio_transcription.failed","item_id":"u1","content_index":0,"error":{"message":"no"}}""");
			await().untilAsserted(() -> assertThat(kept(context.getBean(ChatMemory.class), session))
				.containsExactly("assistant: Yes?"));
		});
	}

	@Test
	void turnsDoNotWaitForTranscriptsThatNeverCome() {
		withMemory().run((context) -> {
			RealtimeSession session = this.model.opened(context.getBean(RealtimeSession.class));
			receive("""
					{"type":"conversation.item.added","item":{"id":"u0","type":"message","role":"user","content":[{"type":"input_audio"}]}}""");
			for (int i = 1; i <= 8; i++) {
				receive("""
						{"type":"conversation.item.added","item":{"id":"u%d","type":"message","role":"user","content":[{"type":"input_text","text":"%d"}]}}"""
					.formatted(i, i));
			}
			await().untilAsserted(
					() -> assertThat(kept(context.getBean(ChatMemory.class), session)).hasSize(8).contains("user: 8"));
		});
	}

	@Test
	void whatWaitsIsKeptWhenTheSessionEnds() {
		withMemory().run((context) -> {
			RealtimeSession session = this.model.opened(context.getBean(RealtimeSession.class));
			receive("""
					{"type":"conversation.item.added","item":{"id":"u0","type":"message","role":"user","content":[{"type":"input_audio"}]}}
					{"type":"response.output_text.done","response_id":"r","item_id":"a1","output_index":0,"content_index":0,"text":"Bye."}""");
			session.close();
			await().untilAsserted(() -> assertThat(kept(context.getBean(ChatMemory.class), session))
				.containsExactly("assistant: Bye."));
		});
	}

	private ApplicationContextRunner withMemory() {
		return this.runner.withBean(ChatMemory.class, () -> MessageWindowChatMemory.builder().build())
			.withPropertyValues("realtime.session.chat-memory.enabled=true");
	}

	private void receive(String events) {
		events.lines().forEach((event) -> this.transport.connection().receive(event));
	}

	private static List<String> kept(ChatMemory memory, RealtimeSession session) {
		Function<Message, String> line = (message) -> message.getMessageType().getValue() + ": " + message.getText();
		return memory.get(session.id()).stream().map(line).toList();
	}

	private static ToolCallback shout() {
		return FunctionToolCallback
			.builder("shout", (Map<String, String> input) -> input.get("word").toUpperCase(Locale.ROOT))
			.description("Shouts")
			.inputSchema("{\"type\":\"object\",\"properties\":{\"word\":{\"type\":\"string\"}}}")
			.inputType(Map.class)
			.build();
	}

	static class WeatherTools {

		@Tool(description = "Tells the weather")
		String weather(String city) {
			return "Snow in " + city;
		}

		@Tool
		String whose(ToolContext context) {
			return ((RealtimeSession) context.getContext().get("session")).id();
		}

		@Tool
		String refuse() {
			throw new ToolException("No.");
		}

		@Tool
		String fail() {
			throw new IllegalStateException("secret");
		}

	}

}
