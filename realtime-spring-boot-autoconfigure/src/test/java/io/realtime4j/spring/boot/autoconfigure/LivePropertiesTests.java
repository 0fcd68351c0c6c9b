package io.realtime4j.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.Map;

import io.realtime4j.live.model.audio.BuiltInVoice;
import io.realtime4j.live.model.audio.LiveAudio;
import io.realtime4j.live.model.audio.LiveAudioFormat;
import io.realtime4j.live.model.audio.LiveAudioOutput;
import io.realtime4j.live.model.audio.LiveCustomVoice;
import io.realtime4j.live.model.session.LiveModel;
import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.live.session.LiveClient;
import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.spring.boot.autoconfigure.live.LiveSettingsCustomizer;
import io.realtime4j.spring.boot.autoconfigure.live.LiveSpecCustomizer;
import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for the properties of live sessions, and for the default of a session that is
 * made of them.
 */
class LivePropertiesTests {

	private final ApplicationContextRunner contextRunner = RealtimeContext.live(ScriptedTransport.silent());

	@Test
	void modelIsEnough() {
		this.contextRunner.run((context) -> {
			LiveSpec spec = context.getBean(LiveSpec.class);
			assertThat(spec.settings()).isEqualTo(LiveSettings.of(LiveModel.GPT_LIVE_1));
			assertThat(spec.hangUpAfter()).isNull();
			assertThat(context.getBean(LiveClient.class).defaultSpec()).isSameAs(spec);
		});
	}

	@Test
	void propertiesAreMapped() {
		this.contextRunner
			.withPropertyValues("realtime.live.model=gpt-live-1.1", "realtime.live.instructions=Be the host.",
					"realtime.live.voice=marin", "realtime.live.format.rate=16000", "realtime.live.hang-up-after=2m",
					"realtime.live.store=true", "realtime.live.greeting=Good evening.")
			.run((context) -> {
				LiveSpec spec = context.getBean(LiveSpec.class);
				assertThat(spec.settings()).isEqualTo(LiveSettings.builder()
					.model(LiveModel.GPT_LIVE_1_1)
					.instructions("Be the host.")
					.audio(LiveAudio.of(LiveAudioFormat.pcm(16000), LiveAudioOutput.of(BuiltInVoice.MARIN)))
					.store(true)
					.build());
				assertThat(spec.hangUpAfter()).isEqualTo(Duration.ofMinutes(2));
				assertThat(spec.greeting()).isEqualTo("Good evening.");
			});
	}

	@Test
	void instructionsMayBeInAFile() {
		this.contextRunner.withPropertyValues("realtime.live.instructions-location=classpath:instructions.txt")
			.run((context) -> assertThat(context.getBean(LiveSpec.class).settings().instructions()).isNotBlank());
	}

	@Test
	void voiceMayBeOneOfTheAccount() {
		this.contextRunner.withPropertyValues("realtime.live.voice-id=voice_1")
			.run((context) -> assertThat(context.getBean(LiveSpec.class).settings().audio())
				.isEqualTo(new LiveAudio(null, LiveAudioOutput.of(new LiveCustomVoice("voice_1")), Map.of())));
	}

	@ParameterizedTest
	@CsvSource({ "audio/pcm, 24000", "audio/pcmu, 8000", "audio/pcma, 8000" })
	void formatAlwaysHasItsRate(String type, long rate) {
		this.contextRunner.withPropertyValues("realtime.live.format.type=" + type)
			.run((context) -> assertThat(context.getBean(LiveSpec.class).settings().audio().format())
				.isEqualTo(new LiveAudioFormat(type, rate, Map.of())));
	}

	@ParameterizedTest
	@CsvSource({ "realtime.live.model, ''", "realtime.live.voice, ''", "realtime.live.voice-id, ' '",
			"realtime.live.format.type, mp3", "realtime.live.hang-up-after, 0s", "realtime.live.hang-up-after, -1s",
			"realtime.live.greeting, ' '", "realtime.live.instructions-location, classpath:absent.txt" })
	void wrongValueIsNamed(String property, String value) {
		assertRefused(this.contextRunner.withPropertyValues(property + "=" + value), property);
	}

	@Test
	void propertiesThatExcludeEachOtherAreNamed() {
		assertRefused(this.contextRunner.withPropertyValues("realtime.live.voice=marin", "realtime.live.voice-id=v"),
				"realtime.live.voice-id");
		assertRefused(
				this.contextRunner.withPropertyValues("realtime.live.instructions=Hi",
						"realtime.live.instructions-location=classpath:instructions.txt"),
				"realtime.live.instructions-location");
		assertRefused(this.contextRunner.withPropertyValues("realtime.live.format.type=audio/pcmu",
				"realtime.live.format.rate=8000"), "realtime.live.format.rate");
	}

	private static void assertRefused(ApplicationContextRunner runner, String property) {
		runner.run((context) -> assertThat(context).getFailure()
			.rootCause()
			.isInstanceOfSatisfying(InvalidRealtimePropertyException.class,
					(ex) -> assertThat(ex.getProperty()).isEqualTo(property)));
	}

	@Test
	void whenOtherPropertiesAreSetModelIsMissed() {
		ApplicationContextRunner withoutModel = RealtimeContext.runner(ScriptedTransport.silent())
			.withConfiguration(RealtimeContext.liveConfigurations())
			.withPropertyValues("realtime.live.voice=marin");
		assertRefused(withoutModel, "realtime.live.model");
		withoutModel.withBean(LiveSettingsCustomizer.class, () -> (settings) -> settings.model(LiveModel.GPT_LIVE_1))
			.run((context) -> assertThat(context.getBean(LiveSpec.class).settings().model())
				.isEqualTo(LiveModel.GPT_LIVE_1));
	}

	@Test
	void whenNothingIsSetClientSaysWhatToDo() {
		RealtimeContext.runner(ScriptedTransport.silent())
			.withConfiguration(RealtimeContext.liveConfigurations())
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean(LiveSpec.class);
				LiveClient client = context.getBean(LiveClient.class);
				assertThatIllegalStateException().isThrownBy(client::open)
					.withMessageContaining("'realtime.live.model'");
			});
	}

	@Test
	void customizersComeInOrderAndAfterTheProperties() {
		this.contextRunner.withPropertyValues("realtime.live.instructions=Be the host.")
			.withUserConfiguration(Customizers.class)
			.run((context) -> {
				LiveSpec spec = context.getBean(LiveSpec.class);
				assertThat(spec.settings().instructions()).isEqualTo("Second");
				assertThat(spec.settings().model()).isEqualTo(LiveModel.GPT_LIVE_1);
				assertThat(spec.attributes()).isEqualTo(Map.of("table", 7));
			});
	}

	@Test
	void whenHasUserDefinedSpecDoesNotAutoConfigureSpec() {
		LiveSpec own = LiveSpec.of(LiveSettings.of(new LiveModel("own")));
		this.contextRunner.withBean("own", LiveSpec.class, () -> own).run((context) -> {
			assertThat(context).getBean(LiveSpec.class).isSameAs(own);
			assertThat(context.getBean(LiveClient.class).defaultSpec()).isSameAs(own);
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		@Bean
		@Order(2)
		LiveSettingsCustomizer second() {
			return (settings) -> settings.instructions("Second");
		}

		@Bean
		@Order(1)
		LiveSettingsCustomizer first() {
			return (settings) -> settings.instructions("First");
		}

		@Bean
		LiveSpecCustomizer attribute() {
			return (spec) -> spec.attribute("table", 7);
		}

	}

}
