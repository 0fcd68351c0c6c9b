package io.realtime4j.spring.boot.autoconfigure;

import io.realtime4j.live.session.LiveSession;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeSpringAiAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeToolAutoConfiguration;
import io.realtime4j.spring.tool.RealtimeTool;
import org.junit.jupiter.api.Test;

import org.springframework.ai.tool.annotation.Tool;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the beans whose tools are found, however they are declared and whenever the
 * session is created.
 */
class ToolDiscoveryTests {

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final CallingModel model = new CallingModel(this.transport);

	private final ApplicationContextRunner runner = RealtimeContext.runner(this.transport)
		.withConfiguration(
				AutoConfigurations.of(RealtimeToolAutoConfiguration.class, RealtimeSpringAiAutoConfiguration.class));

	@Test
	void classBehindAnInterfaceIsFoundWhenTheSessionIsCreatedEarly() {
		this.runner.withUserConfiguration(EarlySession.class, InterfaceDeclared.class).run((context) -> {
			this.model.opened(context.getBean(RealtimeSession.class));
			await().until(() -> this.model.sent("session.update").size() == 2);
			assertThat(this.model.sent("session.update").get(1).at("/session/tools").findValuesAsString("name"))
				.containsExactlyInAnyOrder("open", "close", "concrete");
			assertThat(this.model.answer("open", "{}")).isEqualTo("opened");
			assertThat(this.model.answer("close", "{}")).isEqualTo("\"closed\"");
		});
	}

	@Test
	void classBehindAnInterfaceIsDeclaredAtOnceWhenTheSessionIsNotCreatedEarly() {
		this.runner.withUserConfiguration(InterfaceDeclared.class, LateSession.class).run((context) -> {
			assertThat(this.model.declared(context.getBean(RealtimeSession.class))).contains("concrete");
			await().untilAsserted(() -> assertThat(this.model.answer("open", "{}")).isEqualTo("opened"));
		});
	}

	@Test
	void lazyBeanIsFoundAndNotCreated() {
		Counted.created = 0;
		this.runner.withUserConfiguration(LazyTools.class).run((context) -> {
			assertThat(this.model.declared(context.getBean(RealtimeSession.class))).contains("counted");
			assertThat(Counted.created).isZero();
			assertThat(this.model.answer("counted", "{}")).isEqualTo("1");
		});
	}

	@Test
	void scopedBeansAreFoundOnceAndCalledThroughTheirProxies() {
		this.runner.withUserConfiguration(ScopedTools.class).run((context) -> {
			assertThat(this.model.declared(context.getBean(RealtimeSession.class))).containsOnlyOnce("counted")
				.containsOnlyOnce("scoped");
			assertThat(this.model.answer("scoped", "{}")).isEqualTo("scoped");
		});
	}

	@Test
	void toolFoundLateThatNeedsSessionsOfAnotherKindStopsTheStart() {
		this.runner.withUserConfiguration(EarlySession.class, InterfaceDeclaredLive.class)
			.run((context) -> assertThat(context).getFailure().hasMessageContaining("needs a LiveSession"));
	}

	interface Door {

		String open();

	}

	static class FrontDoor implements Door {

		@Override
		@RealtimeTool
		public String open() {
			return "opened";
		}

		@Tool(name = "close", description = "Closes the door")
		String close() {
			return "closed";
		}

	}

	static class LiveDoor implements Door {

		@Override
		public String open() {
			return "opened";
		}

		@RealtimeTool
		void mute(LiveSession session) {
			session.mute();
		}

	}

	static class Concrete {

		@RealtimeTool
		String concrete() {
			return "concrete";
		}

	}

	static class Counted {

		static int created;

		Counted() {
			created++;
		}

		@RealtimeTool
		int counted() {
			return created;
		}

	}

	static class ScopedDoor implements Door {

		@Override
		@RealtimeTool(name = "scoped")
		public String open() {
			return "scoped";
		}

	}

	static class NeedsSession {

		final RealtimeSession session;

		NeedsSession(RealtimeSession session) {
			this.session = session;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class EarlySession {

		@Bean
		NeedsSession aFirst(RealtimeSession session) {
			return new NeedsSession(session);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LateSession {

		@Bean
		NeedsSession last(RealtimeSession session) {
			return new NeedsSession(session);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class InterfaceDeclared {

		@Bean
		Door door() {
			return new FrontDoor();
		}

		@Bean
		Concrete concrete() {
			return new Concrete();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyTools {

		@Bean
		@Lazy
		Counted counted() {
			return new Counted();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ScopedTools {

		@Bean
		@Scope(value = "prototype", proxyMode = ScopedProxyMode.TARGET_CLASS)
		Counted counted() {
			return new Counted();
		}

		@Bean
		@Scope(value = "prototype", proxyMode = ScopedProxyMode.INTERFACES)
		ScopedDoor scopedDoor() {
			return new ScopedDoor();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class InterfaceDeclaredLive {

		@Bean
		Door door() {
			return new LiveDoor();
		}

	}

}
