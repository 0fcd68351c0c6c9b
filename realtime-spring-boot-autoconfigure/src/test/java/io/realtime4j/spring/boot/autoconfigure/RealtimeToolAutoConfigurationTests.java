package io.realtime4j.spring.boot.autoconfigure;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import com.github.victools.jsonschema.generator.SchemaGenerator;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.model.session.RealtimeSessionSettings;
import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeToolAutoConfiguration;
import io.realtime4j.spring.event.RealtimeEvent;
import io.realtime4j.spring.tool.AnnotatedTools;
import io.realtime4j.spring.tool.BeanValidationToolMethodValidator;
import io.realtime4j.spring.tool.RealtimeTool;
import io.realtime4j.spring.tool.RealtimeToolProvider;
import io.realtime4j.tool.SessionTools;
import io.realtime4j.tool.ToolApprovalRequested;
import io.realtime4j.tool.ToolErrorFormatter;
import io.realtime4j.tool.ToolEvent;
import io.realtime4j.tool.ToolResult;
import io.realtime4j.tool.ToolRunner;
import io.realtime4j.tool.ToolSet;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link RealtimeToolAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class RealtimeToolAutoConfigurationTests {

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final CallingModel model = new CallingModel(this.transport);

	private final ApplicationContextRunner runner = RealtimeContext.runner(this.transport)
		.withConfiguration(AutoConfigurations.of(RealtimeToolAutoConfiguration.class));

	@Test
	void toolsOfAnnotatedBeansAreDeclaredAndCalled() {
		this.runner.withBean(DeskTools.class).run((context) -> {
			assertThat(this.model.declared(context.getBean(RealtimeSession.class))).contains("book", "who", "later");
			assertThat(this.model.answer("book", "{\"name\":\"Ada\",\"day\":\"2026-11-30\",\"guests\":2}"))
				.isEqualTo("{\"name\":\"Ada\",\"guests\":2,\"day\":\"2026-11-30\"}");
			await().untilAsserted(() -> assertThat(this.model.sent("response.create")).hasSize(1));
		});
	}

	@Test
	void beanWithToolsMayInjectTheSession() {
		this.runner.withBean(DeskTools.class).run((context) -> {
			RealtimeSession session = this.model.opened(context.getBean(RealtimeSession.class));
			assertThat(context.getBean(DeskTools.class).session).isSameAs(session);
			assertThat(this.model.answer("who", "{}")).isEqualTo(session.id() + " who");
		});
	}

	@Test
	void toolThatNeedsSessionsOfAnotherKindStopsTheStart() {
		this.runner.withBean(LiveTools.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("The tool 'mute'")
				.hasMessageContaining("needs a LiveSession and cannot be called in a RealtimeSession"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			later   | {}                   | soon
			nothing | {}                   | Done.
			maybe   | {}                   | null
			quiet   | {}                   | noted
			refuse  | {}                   | The kitchen is closed.
			fail    | {}                   | The tool failed. Say so, and do not make up a result.
			""")
	void whatMethodsGiveIsTold(String name, String arguments, String output) {
		this.runner.withBean(DeskTools.class).run((context) -> {
			this.model.opened(context.getBean(RealtimeSession.class));
			assertThat(this.model.answer(name, arguments)).isEqualTo(output);
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"name":"Ada","guests":2,"day":"tomorrow"}     | day does not have a value of the right form
			{"name":"Ada","guests":2}                      | day is missing
			{"name":"Ada","guests":9,"day":"2026-11-30"}   | guests must be less than or equal to 8
			""")
	void wrongArgumentsAreTold(String arguments, String problem) {
		this.runner.withBean(DeskTools.class).withBean(LocalValidatorFactoryBean.class).run((context) -> {
			assertThat(context).hasSingleBean(BeanValidationToolMethodValidator.class);
			this.model.opened(context.getBean(RealtimeSession.class));
			assertThat(this.model.answer("book", arguments)).contains("the arguments are wrong: " + problem + ".");
		});
	}

	@Test
	void validatorThatSpringMvcMakesDoesNotStopTheStart() {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, RealtimeAutoConfiguration.class,
					RealtimeToolAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
					WebMvcAutoConfiguration.class))
			.withBean(LocalValidatorFactoryBean.class)
			.withPropertyValues(RealtimeContext.KEY, "realtime.session.auto-open=false")
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(BeanValidationToolMethodValidator.class);
				assertThat(context.getBeansOfType(Validator.class)).hasSize(2);
			});
	}

	@Test
	void methodOfAProxyIsCalledThroughIt() {
		this.runner.withBean(AsyncTools.class).withUserConfiguration(AsyncConfiguration.class).run((context) -> {
			assertThat(this.model.declared(context.getBean(RealtimeSession.class))).contains("slow");
			assertThat(this.model.answer("slow", "{}")).startsWith("async-");
		});
	}

	@Test
	void approvalIsAskedForByAnEvent() {
		this.runner.withBean(DeskTools.class).withBean(Approver.class).run((context) -> {
			this.model.opened(context.getBean(RealtimeSession.class));
			assertThat(this.model.answer("cancel", "{}")).isEqualTo("cancelled");
			await().untilAsserted(() -> assertThat(context.getBean(Approver.class).heard).containsExactly(
					"realtime4j.tool.approval.requested", "realtime4j.tool.approval.decided",
					"realtime4j.tool.call.started", "realtime4j.tool.call.finished"));
		});
	}

	@Test
	void callThatNobodyApprovesIsLogged(CapturedOutput output) {
		this.runner.withBean(DeskTools.class)
			.withPropertyValues("realtime.session.tools.approval-timeout=1s")
			.run((context) -> {
				this.model.opened(context.getBean(RealtimeSession.class));
				assertThat(this.model.answer("cancel", "{}")).contains("nobody gave it in time");
				await()
					.untilAsserted(() -> assertThat(output)
						.contains("A call of a tool waits 1 s for approval [ToolApproval[id=call_",
								"Nobody approved or rejected a call of a tool in time")
						.doesNotContain("A tool failed"));
			});
	}

	@Test
	void nobodyIsAskedToApproveWrongArguments() {
		this.runner.withBean(RefundTools.class).withBean(Approver.class).run((context) -> {
			this.model.opened(context.getBean(RealtimeSession.class));
			assertThat(this.model.answer("refund", "{\"day\":\"today\"}"))
				.contains("the arguments are wrong: day does not have a value of the right form");
			await().untilAsserted(() -> assertThat(context.getBean(Approver.class).heard)
				.containsExactly("realtime4j.tool.call.finished"));
		});
	}

	@Test
	void failureIsLoggedWithoutTheArguments(CapturedOutput output) {
		this.runner.withBean(DeskTools.class).run((context) -> {
			this.model.opened(context.getBean(RealtimeSession.class));
			this.model.answer("fail", "{\"card\":\"4111-CANARY\"}");
			await().untilAsserted(() -> assertThat(output).contains("A tool failed [ToolCall[name=fail"));
		});
		assertThat(output).contains("the reason in the log").doesNotContain("CANARY");
	}

	@Test
	void beansAndProvidersAreTools() {
		this.runner.withBean("single", io.realtime4j.tool.CallableTool.class, () -> tool("single"))
			.withBean(RealtimeToolProvider.class, () -> () -> List.of(tool("first"), tool("second")))
			.run((context) -> assertThat(context.getBean(ToolSet.class).names()).containsExactlyInAnyOrder("single",
					"first", "second"));
	}

	@Test
	void toolsOfTheSameNameStopTheStart() {
		this.runner.withBean(RealtimeToolProvider.class, () -> () -> List.of(tool("one"), tool("one")))
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessageStartingWith("Two tools are named 'one'"));
	}

	@Test
	void toolsOfASessionCanBeSwitched() {
		this.runner.withBean(DeskTools.class).run((context) -> {
			RealtimeSession session = this.model.opened(context.getBean(RealtimeSession.class));
			SessionTools.of(session).use(context.getBean(ToolSet.class).only("who"));
			JsonNode update = this.model.sent("session.update").get(1);
			assertThat(update.path("session").propertyNames()).containsExactlyInAnyOrder("type", "tools");
			assertThat(update.at("/session/tools")).hasSize(1);
		});
	}

	@Test
	void settingsSayNothingOfToolsWhenThereAreNone() {
		this.runner.withPropertyValues("realtime.session.instructions=Be brief.").run((context) -> {
			this.model.opened(context.getBean(RealtimeSession.class));
			assertThat(this.model.sent("session.update").get(0).path("session").has("tools")).isFalse();
		});
	}

	@Test
	void transcriptionHasNoTools() {
		this.runner.withBean(DeskTools.class)
			.withPropertyValues("realtime.session.type=transcription", "realtime.session.auto-open=false")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void userBeansAreUsedInstead() {
		ToolSet tools = ToolSet.of(tool("own"));
		this.runner.withBean(ToolSet.class, () -> tools)
			.withBean(ToolRunner.class,
					() -> ToolRunner.builder(Runnable::run, new ScheduledThreadPoolExecutor(0)).tools(tools).build())
			.withBean(AnnotatedTools.class, () -> new AnnotatedTools(new DefaultListableBeanFactory(), null))
			.run((context) -> {
				assertThat(context).hasSingleBean(ToolSet.class)
					.hasSingleBean(ToolRunner.class)
					.hasSingleBean(AnnotatedTools.class);
				assertThat(this.model.declared(context.getBean(RealtimeSession.class))).containsExactly("own");
				assertThat(this.model.answer("own", "{}")).isEqualTo("own");
			});
	}

	@Test
	void errorFormatterIsUsed() {
		this.runner.withBean(ToolErrorFormatter.class, () -> (call, failure) -> "Sorry.").run((context) -> {
			this.model.opened(context.getBean(RealtimeSession.class));
			assertThat(this.model.answer("nobody", "{}")).isEqualTo("Sorry.");
		});
	}

	@Test
	void annotatedMethodsNeedTheSchemaGenerator() {
		this.runner.withBean(DeskTools.class)
			.withClassLoader(new FilteredClassLoader(SchemaGenerator.class))
			.run((context) -> {
				assertThat(context).doesNotHaveBean(AnnotatedTools.class).hasSingleBean(ToolRunner.class);
				assertThat(context.getBean(ToolSet.class).names()).isEmpty();
			});
	}

	@Test
	void validationIsLeftOutWithoutItsApi() {
		this.runner.withClassLoader(new FilteredClassLoader(Validator.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(BeanValidationToolMethodValidator.class));
	}

	@Test
	void timesMustBeLongerThanZero() {
		this.runner.withPropertyValues("realtime.session.tools.timeout=0s")
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOf(InvalidRealtimePropertyException.class)
				.hasMessageContaining("realtime.session.tools.timeout"));
		this.runner.withPropertyValues("realtime.session.tools.approval-timeout=-1s")
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessageContaining("realtime.session.tools.approval-timeout"));
	}

	@Test
	void outputsAreAsLongAsConfigured(CapturedOutput output) {
		this.runner.withBean(DeskTools.class)
			.withPropertyValues("realtime.session.tools.max-output-length=4")
			.run((context) -> {
				this.model.opened(context.getBean(RealtimeSession.class));
				assertThat(this.model.answer("refuse", "{}")).startsWith("The \n[The output is too long.");
				assertThat(this.model.answer("quiet", "{}")).startsWith("note\n[The output is too long.");
				await().untilAsserted(() -> assertThat(output).contains("1 characters were left out"));
			});
		this.runner.withPropertyValues("realtime.session.tools.max-output-length=0")
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOf(InvalidRealtimePropertyException.class)
				.hasMessageContaining("realtime.session.tools.max-output-length"));
	}

	@Test
	void sessionsOfTheClientAnswerCallsToo() {
		this.runner.withBean(DeskTools.class).withPropertyValues("realtime.session.auto-open=false").run((context) -> {
			ToolSet tools = context.getBean(ToolSet.class).only("later");
			RealtimeSession session = context.getBean(RealtimeClient.class)
				.open(tools.equip(SessionSpec.of(RealtimeSessionSettings.builder().build())));
			assertThat(this.model.declared(session)).containsExactly("later");
			assertThat(this.model.answer("later", "{}")).isEqualTo("soon");
			assertThat(this.model.answer("who", "{}")).isEqualTo("There is no such tool. There are: later.");
		});
	}

	private static io.realtime4j.tool.CallableTool tool(String name) {
		return io.realtime4j.tool.CallableTool.of(FunctionTool.builder().name(name).build(),
				(call) -> ToolResult.text(name));
	}

	static class RefundTools {

		@RealtimeTool(approval = RealtimeTool.Approval.REQUIRED)
		String refund(LocalDate day) {
			return "refunded since " + day;
		}

	}

	static class AsyncTools {

		@Async
		@RealtimeTool
		CompletableFuture<String> slow() {
			return CompletableFuture.completedFuture(Thread.currentThread().getName());
		}

	}

	@EnableAsync(proxyTargetClass = true)
	static class AsyncConfiguration {

		@Bean
		AsyncTaskExecutor taskExecutor() {
			return new SimpleAsyncTaskExecutor("async-");
		}

	}

	static class Approver {

		private final List<String> heard = new CopyOnWriteArrayList<>();

		@EventListener
		void on(ToolApprovalRequested event) {
			event.approval().approve();
		}

		@EventListener
		void on(RealtimeEvent<? extends ToolEvent> event) {
			this.heard.add(event.getPayload().type());
		}

	}

	static class LiveTools {

		@RealtimeTool
		void mute(LiveSession session) {
			session.mute();
		}

	}

}
