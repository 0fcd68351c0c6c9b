package io.realtime4j.spring.boot.autoconfigure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionState;
import io.realtime4j.spring.boot.autoconfigure.mapping.InvalidRealtimePropertyException;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeToolAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.usage.RealtimeUsageAutoConfiguration;
import io.realtime4j.tool.CallableTool;
import io.realtime4j.tool.ToolResult;
import io.realtime4j.usage.Budget;
import io.realtime4j.usage.ClosedByBudget;
import io.realtime4j.usage.ModelPrice;
import io.realtime4j.usage.Prices;
import io.realtime4j.usage.ResponseUsageRecorded;
import io.realtime4j.usage.SessionUsage;
import io.realtime4j.usage.TokenPrice;
import io.realtime4j.usage.UsageEvent;
import io.realtime4j.usage.UsageTracker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link RealtimeUsageAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class RealtimeUsageAutoConfigurationTests {

	private static final String PRICES = "realtime.pricing.models.";

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private int responses = 100;

	private final ApplicationContextRunner runner = RealtimeContext.runner(this.transport)
		.withConfiguration(
				AutoConfigurations.of(RealtimeUsageAutoConfiguration.class, RealtimeToolAutoConfiguration.class))
		.withPropertyValues("realtime.close-timeout=100ms")
		.withBean(UsageEvents.class);

	@Test
	void usageIsPublishedWithItsCost() {
		this.runner
			.withPropertyValues("realtime.pricing.currency=EUR", PRICES + "gpt-realtime.input.text=4",
					PRICES + "gpt-realtime.cached-input.text=0.4", PRICES + "gpt-realtime.output.audio=64")
			.run((context) -> {
				RealtimeSession session = opened(context);
				done("{'input_tokens':300,'output_tokens':20,'input_token_details':{'text_tokens':300,"
						+ "'cached_tokens':100},'output_token_details':{'audio_tokens':20}}");
				UsageEvents events = context.getBean(UsageEvents.class);
				await().untilAsserted(() -> assertThat(events.heard).singleElement()
					.isInstanceOfSatisfying(ResponseUsageRecorded.class, (event) -> {
						assertThat(event.model()).isEqualTo("gpt-realtime");
						assertThat(event.cost().currency().getCurrencyCode()).isEqualTo("EUR");
						assertThat(event.cost().amount()).isEqualByComparingTo("0.00212");
					}));
				assertThat(SessionUsage.of(session).totals().all().usage().totalTokens()).isEqualTo(320);
			});
	}

	@Test
	void costIsUnknownWithoutPrices() {
		this.runner.run((context) -> {
			RealtimeSession session = opened(context);
			done(tokens(10));
			assertThat(SessionUsage.of(session).totals().all().cost().amount()).isNull();
			assertThat(SessionUsage.of(session).budget()).isEqualTo(Budget.unlimited());
		});
	}

	@Test
	void everyPriceIsMapped() {
		this.runner.withPropertyValues(prices("[gpt-realtime-2.1]")).run((context) -> {
			ModelPrice price = context.getBean(Prices.class).models().get("gpt-realtime-2.1");
			assertThat(price).hasToString("ModelPrice[input=TokenPrice[text=1, audio=2, image=3], "
					+ "cached=TokenPrice[text=4, audio=5, image=6], output=TokenPrice[text=7, audio=8, image=9], minute=10]");
		});
	}

	private static String[] prices(String model) {
		String[] names = { "input.text", "input.audio", "input.image", "cached-input.text", "cached-input.audio",
				"cached-input.image", "output.text", "output.audio", "output.image", "minute" };
		String[] properties = new String[names.length];
		for (int i = 0; i < names.length; i++) {
			properties[i] = PRICES + model + "." + names[i] + "=" + (i + 1);
		}
		return properties;
	}

	@Test
	void budgetThatIsUsedUpClosesTheSession(CapturedOutput output) {
		this.runner
			.withPropertyValues("realtime.session.budget.tokens=100", "realtime.session.budget.warn-at=0.5",
					"realtime.session.budget.patience=2s")
			.run((context) -> {
				RealtimeSession session = opened(context);
				done(tokens(75));
				done(tokens(25));
				UsageEvents events = context.getBean(UsageEvents.class);
				await().untilAsserted(() -> assertThat(events.closed).singleElement()
					.satisfies((closed) -> assertThat(closed.cause()).isInstanceOf(ClosedByBudget.class)));
				await().untilAsserted(() -> assertThat(events.types()).containsExactly("realtime4j.usage.response",
						"realtime4j.budget.nearly_used", "realtime4j.usage.response", "realtime4j.budget.used_up"));
				await().untilAsserted(
						() -> assertThat(output).contains("session " + session.id() + " has used 75.0 % of its budget")
							.contains("has ended. The session used up its budget: 100 of 100 tokens",
									"responses=2, inputTokens=100, outputTokens=0"));
			});
	}

	@Test
	void toolIsNotFollowedUpWhenTheBudgetIsUsedUp() {
		CallingModel model = new CallingModel(this.transport);
		this.runner.withPropertyValues("realtime.session.budget.tokens=100")
			.withBean(CallableTool.class,
					() -> CallableTool.of(FunctionTool.builder().name("time").build(),
							(call) -> ToolResult.text("noon")))
			.run((context) -> {
				RealtimeSession session = opened(context);
				this.transport.connection()
					.receive("{\"type\":\"response.output_item.done\",\"response_id\":\"resp_1\",\"output_index\":0,"
							+ "\"item\":{\"type\":\"function_call\",\"call_id\":\"c\",\"name\":\"time\","
							+ "\"arguments\":\"{}\"}}");
				await().until(() -> !model.sent("conversation.item.create").isEmpty());
				done("resp_1", tokens(100));
				await().until(() -> session.state() == SessionState.CLOSED);
				assertThat(model.sent("response.create")).isEmpty();
			});
	}

	@Test
	void budgetOfMoneyWithoutThePriceIsLogged(CapturedOutput output) {
		this.runner.withPropertyValues("realtime.session.budget.money=0.5", PRICES + "other.minute=1")
			.run((context) -> {
				opened(context);
				done(tokens(5));
				await().untilAsserted(() -> assertThat(output).contains("does not include the model gpt-realtime",
						"realtime.pricing.models"));
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			realtime.session.budget.tokens            | 0     | realtime.session.budget.tokens
			realtime.session.budget.money             | -1    | realtime.session.budget.money
			realtime.session.budget.money             | 1     | realtime.session.budget.money
			realtime.session.budget.warn-at           | 0     | realtime.session.budget.warn-at
			realtime.session.budget.warn-at           | 1.5   | realtime.session.budget.warn-at
			realtime.session.budget.patience          | -1s   | realtime.session.budget.patience
			realtime.pricing.models.m.minute          | -1    | realtime.pricing.models.m.minute
			realtime.pricing.models.m.input.text      | -1    | realtime.pricing.models.m.input.text
			realtime.pricing.models.m.cached-input.audio | -1 | realtime.pricing.models.m.cached-input.audio
			realtime.pricing.models.m.output.image    | -1    | realtime.pricing.models.m.output.image
			realtime.pricing.models.m-2.1.minute      | 1     | realtime.pricing.models.m-2.1
			realtime.pricing.models.m-2.1.cached-input.text | 1 | realtime.pricing.models.m-2.1
			""")
	void wrongValueIsNamed(String property, String value, String named) {
		this.runner.withPropertyValues(property + "=" + value)
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOf(InvalidRealtimePropertyException.class)
				.hasMessageStartingWith("The property '" + named + "' "));
	}

	@Test
	void unknownCurrencyIsNamedByBoot() {
		this.runner.withPropertyValues("realtime.pricing.currency=EURO")
			.run((context) -> assertThat(context.getStartupFailure())
				.hasStackTraceContaining("realtime.pricing.currency"));
	}

	@Test
	void userBeansAreUsedInstead() {
		Prices prices = Prices.none();
		UsageTracker tracker = UsageTracker.builder(Runnable::run).budget(Budget.ofMoney(BigDecimal.ONE)).build();
		this.runner.withBean(Prices.class, () -> prices).withBean(UsageTracker.class, () -> tracker).run((context) -> {
			assertThat(context).getBean(Prices.class).isSameAs(prices);
			assertThat(context).getBean(UsageTracker.class).isSameAs(tracker);
			assertThat(SessionUsage.of(opened(context)).budget()).isEqualTo(Budget.ofMoney(BigDecimal.ONE));
		});
	}

	@Test
	void whenHasUserDefinedPricesTheyCount() {
		this.runner
			.withBean(Prices.class,
					() -> new Prices(Prices.none().currency(),
							Map.of("gpt-realtime",
									ModelPrice.ofTokens(new TokenPrice(BigDecimal.ONE, null, null), TokenPrice.NONE,
											TokenPrice.NONE))))
			.withPropertyValues("realtime.session.budget.money=1")
			.run((context) -> {
				RealtimeSession session = opened(context);
				done(tokens(1_000_000));
				await().until(() -> session.state() == SessionState.CLOSED);
			});
	}

	private static RealtimeSession opened(ApplicationContext context) {
		RealtimeSession session = context.getBean(RealtimeSession.class);
		await().until(() -> session.state() == SessionState.OPEN);
		return session;
	}

	private void done(String usage) {
		done("resp_" + this.responses++, usage);
	}

	private void done(String id, String usage) {
		String event = "{'type':'response.done','response':{'id':'" + id + "','status':'completed','output':[],'usage':"
				+ usage + "}}";
		this.transport.connection().receive(event.replace('\'', '"'));
	}

	private static String tokens(int text) {
		return "{'input_tokens':" + text + ",'input_token_details':{'text_tokens':" + text + "}}";
	}

	static class UsageEvents {

		private final List<UsageEvent> heard = new CopyOnWriteArrayList<>();

		private final List<SessionClosed> closed = new CopyOnWriteArrayList<>();

		@EventListener
		void on(UsageEvent event) {
			this.heard.add(event);
		}

		@EventListener
		void on(SessionClosed event) {
			this.closed.add(event);
		}

		List<String> types() {
			return this.heard.stream().map(UsageEvent::type).toList();
		}

	}

}
