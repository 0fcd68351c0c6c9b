package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.live.model.delegation.ResponsesDelegation;
import io.realtime4j.live.model.session.LiveModel;
import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.live.session.LiveClient;
import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.live.tool.DelegationRunner;
import io.realtime4j.model.Toggle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

/**
 * Tests for applications with several handlers of delegated work, and for those whose
 * handlers do not do it by default.
 */
class LiveDelegationHandlersTests {

	private static final String NOT_ENABLED = "realtime.live.delegation.handler.enabled=false";

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final ApplicationContextRunner live = RealtimeContext.live(this.transport)
		.withUserConfiguration(LiveDelegationTests.TwoHandlers.class);

	private final ApplicationContextRunner withoutSettings = RealtimeContext.runner(this.transport)
		.withConfiguration(RealtimeContext.liveConfigurations())
		.withUserConfiguration(LiveDelegationTests.TwoHandlers.class);

	@Test
	void severalHandlersMayBeThereWhenNoneIsUsedByDefault() {
		this.live.withPropertyValues(NOT_ENABLED).run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void severalHandlersMayBeThereWithARunnerOfTheApplication() {
		this.live.withBean("own", DelegationRunner.class, () -> DelegationRunner.builder(Runnable::run, mock()).build())
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void severalHandlersMayBeThereWithoutLiveSessions() {
		this.withoutSettings.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void severalHandlersStopTheStartWithSessionsThatTheApplicationSpecifies() {
		this.withoutSettings.withBean(LiveSpec.class, LiveDelegationHandlersTests::spec)
			.run((context) -> assertThat(context).getFailure()
				.hasMessageContaining("DelegationHandler")
				.hasMessageContaining("kitchen"));
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void severalHandlersAreNamedWhenASessionNeedsOneAllTheSame(CapturedOutput output) {
		this.withoutSettings.withPropertyValues("realtime.session.auto-open=false").run((context) -> {
			context.getBean(LiveClient.class).create(spec()).open().join();
			this.transport.connection().receive(LiveTalk.delegated("d1", "client", 900));
			await().untilAsserted(() -> assertThat(this.transport.connection().sent())
				.anyMatch((text) -> text.contains("session.commentary.append") && text.contains("The work failed")));
			await().untilAsserted(() -> assertThat(output).contains("Several beans of type DelegationHandler",
					"kitchen", "cellar", "@Primary"));
		});
	}

	@Test
	void handlerThatIsNotUsedByDefaultLeavesTheWorkToTheModelThatIsNamed() {
		this.live.withPropertyValues(NOT_ENABLED, "realtime.live.delegation.responses.model=gpt-5")
			.run((context) -> assertThat(context.getBean(LiveSpec.class).settings().delegation())
				.extracting(Toggle::value)
				.isInstanceOf(ResponsesDelegation.class));
	}

	private static LiveSpec spec() {
		return LiveSpec.builder(LiveSettings.builder().model(new LiveModel("gpt-live-1")).build()).build();
	}

}
