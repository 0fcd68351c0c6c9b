package io.realtime4j.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.playback.AudioSink;
import io.realtime4j.playback.AudioSinkFactory;
import io.realtime4j.playback.ClockedAudioSink;
import io.realtime4j.session.RealtimeSession;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RealtimePlaybackConfiguration}.
 */
class RealtimePlaybackConfigurationTests {

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final ApplicationContextRunner contextRunner = RealtimeContext.runner(this.transport)
		.withPropertyValues("realtime.session.auto-open=false");

	@Test
	void speechIsTakenToBePlayedInRealTimeByDefault() {
		this.contextRunner.run((context) -> {
			AudioSink sink = context.getBean(AudioSinkFactory.class).create(context.getBean(RealtimeSession.class));
			assertThat(sink).isInstanceOf(ClockedAudioSink.class);
		});
	}

	@Test
	void whenHasUserDefinedAudioSinkFactoryItIsUsedForEachSession() {
		this.contextRunner.withUserConfiguration(OwnSink.class).run((context) -> {
			assertThat(context).hasSingleBean(AudioSinkFactory.class);
			RealtimeSession session = context.getBean(RealtimeSession.class);
			session.open();
			this.transport.connection().receive("""
					{"type":"response.output_audio.delta","response_id":"r","item_id":"a","output_index":0,
					"content_index":0,"delta":"AAAA"}""");
			this.transport.connection().receive("""
					{"type":"input_audio_buffer.speech_started","audio_start_ms":0,"item_id":"u"}""");
			assertThat(context.getBean(OwnSink.class).calls).containsExactly("create " + session.id(), "play a",
					"clear");
		});
	}

	@Test
	void whenDisabledNothingIsPlayed() {
		this.contextRunner.withUserConfiguration(OwnSink.class)
			.withPropertyValues("realtime.playback.enabled=false")
			.run((context) -> {
				context.getBean(RealtimeSession.class).open();
				assertThat(context.getBean(OwnSink.class).calls).isEmpty();
			});
		this.contextRunner.withPropertyValues("realtime.playback.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(AudioSinkFactory.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnSink {

		private final List<String> calls = new ArrayList<>();

		@Bean
		AudioSinkFactory audioSinkFactory() {
			return (session) -> {
				this.calls.add("create " + session.id());
				return new ClockedAudioSink((chunk) -> this.calls.add("play " + chunk.itemId()),
						() -> this.calls.add("clear"), System::nanoTime);
			};
		}

	}

}
