package io.realtime4j.simulator.phone;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.realtime4j.conversation.MessageEntry;
import io.realtime4j.model.item.FunctionCall;
import io.realtime4j.model.item.ItemStatus;
import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.connection.SimulatorConnection;
import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.rest.SimulatedCall;
import io.realtime4j.spring.sip.ClosedWithoutLease;
import io.realtime4j.spring.sip.SipCallAccepted;
import io.realtime4j.spring.sip.SipCallEnd;
import io.realtime4j.spring.sip.SipCallEnded;
import io.realtime4j.spring.sip.SipCallStore;
import io.realtime4j.spring.sip.SipCallTakenOver;
import io.realtime4j.spring.sip.SipTakeOverCustomizer;
import io.realtime4j.store.ConversationStore;
import io.realtime4j.store.InMemoryConversationStore;
import io.realtime4j.store.StoredConversations;
import io.realtime4j.tool.CallableTool;
import io.realtime4j.tool.ToolResult;
import io.realtime4j.usage.TenantBudgetUsedUpException;
import io.realtime4j.usage.TenantSpending;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for calls by SIP that go on at another node, which has the same store.
 */
class SipSurvivalTests {

	private static final String ANSWER = "realtime.sip.answer=auto";

	private static final String HAND_OVER = "realtime.sip.hand-over-on-stop=true";

	// As short as a slow machine allows that keeps a lease meanwhile
	private static final String[] SHORT = { ANSWER, HAND_OVER, "realtime.store.heartbeat=3s" };

	// So long that no lease ends where a machine is slow
	private static final String[] LONG = { ANSWER, HAND_OVER, "realtime.store.heartbeat=20s" };

	// For a node that never has a lease
	private static final String[] SHORTEST = { ANSWER, HAND_OVER, "realtime.store.heartbeat=200ms" };

	private final RealtimeSimulator simulator = RealtimeSimulator.builder().start();

	private final InMemoryConversationStore conversations = new InMemoryConversationStore();

	private final SharedCalls calls = new SharedCalls(this.conversations);

	private final AtomicBoolean partition = new AtomicBoolean();

	private final CountDownLatch release = new CountDownLatch(1);

	private final AtomicInteger runs = new AtomicInteger();

	@AfterEach
	void close() {
		this.release.countDown();
		this.simulator.close();
	}

	private PhoneApplication first(String... properties) {
		return PhoneApplication.at(this.simulator, beans(behindPartition(ConversationStore.class, this.conversations),
				behindPartition(SipCallStore.class, this.calls)), NoPhone.class, properties);
	}

	private PhoneApplication second(String... properties) {
		return PhoneApplication.at(this.simulator, beans(this.conversations, this.calls), NoPhone.class, properties);
	}

	@Test
	void callOfANodeThatStopsGoesOnAtAnother() {
		SimulatedCall call;
		try (PhoneApplication first = first(LONG)) {
			call = first.connected();
			this.simulator.nextResponse("Good morning");
			session(first).ask("Hello").join();
			awaitKept(call, session(first));
		}
		try (PhoneApplication second = second(SHORT)) {
			SipCallTakenOver taken = takenOver(second);
			assertThat(taken.callId()).isEqualTo(call.id());
			assertThat(call.state()).isEqualTo(SimulatedCall.State.ACTIVE);
			RealtimeSession session = taken.call().session();
			assertThat(session.conversation().entries()).extracting((entry) -> ((MessageEntry) entry).text())
				.containsExactly("Hello", "Good morning");
			SimulatorConnection sideband = second.sideband(call, 2);
			assertThat(sideband.received()).as("the call knows its settings and what was said").isEmpty();
			this.simulator.nextResponse("At eight");
			assertThat(session.ask("When?").join().text()).isEqualTo("At eight");
			call.callerHangsUp();
			assertThat(second.events().await(SipCallEnded.class).end().reason()).isEqualTo(SipCallEnd.Reason.REMOTE);
			Awaitility.await().atMost(PhoneApplication.PATIENCE).until(() -> !this.calls.contains(call.id()));
		}
	}

	@Test
	void nodeThatMayBeTheOnlyOneHangsUp() {
		SimulatedCall call;
		try (PhoneApplication only = first(ANSWER)) {
			call = only.connected();
			awaitKept(call, session(only));
		}
		assertThat(call.state()).isNotEqualTo(SimulatedCall.State.ACTIVE);
		Awaitility.await().atMost(PhoneApplication.PATIENCE).until(() -> !this.calls.contains(call.id()));
	}

	@Test
	void nodeWithoutTheStoreLeavesItsCallsAndRunsNoToolAgain() {
		try (PhoneApplication second = second(SHORT); PhoneApplication first = first(SHORT)) {
			this.simulator.nextResponse(ModelReply.builder().call("slow", "{}").build());
			SimulatedCall call = first.connected();
			RealtimeSession lost = session(first);
			lost.sendText("Book it");
			lost.respond();
			Awaitility.await().atMost(PhoneApplication.PATIENCE).until(() -> this.runs.get() == 1);
			Awaitility.await().atMost(PhoneApplication.PATIENCE).until(() -> this.calls.contains(call.id()));
			Awaitility.await().atMost(PhoneApplication.PATIENCE).until(() -> isWholeCallKept(lost));
			this.partition.set(true);
			SipCallEnd end = await(first, SipCallEnded.class).end();
			assertThat(end.reason()).isEqualTo(SipCallEnd.Reason.TAKEN_OVER);
			assertThat(end.cause()).isEqualTo(new ClosedWithoutLease(call.id()));
			SipCallTakenOver taken = takenOver(second);
			assertThat(call.state()).isEqualTo(SimulatedCall.State.ACTIVE);
			SimulatorConnection sideband = second.sideband(call, 2);
			assertThat(sideband
				.awaitReceived((event) -> event.path("item").path("type").asString("").equals("function_call_output"),
						PhoneApplication.PATIENCE)
				.path("item")
				.path("output")
				.asString()).contains("unknown_outcome");
			sideband.awaitReceived("response.create", PhoneApplication.PATIENCE);
			this.release.countDown();
			this.partition.set(false);
			assertThat(taken.call().session().id()).isNotEqualTo(lost.id());
			assertThat(this.runs).hasValue(1);
			assertThat(first.sideband(call, 1).isOpen()).isFalse();
		}
	}

	@Test
	void callThatIsOverIsForgotten() {
		try (PhoneApplication second = second(SHORTEST)) {
			this.calls.add("rtc_gone", "realtime", "rts_gone", Instant.now().minusSeconds(60));
			Awaitility.await()
				.atMost(PhoneApplication.PATIENCE.multipliedBy(2))
				.until(() -> !this.calls.contains("rtc_gone"));
			assertThat(second.events().all(SipCallTakenOver.class)).isEmpty();
		}
	}

	@Test
	void callOfATenantWithoutMoneyIsHungUpAtTheFirstAttempt() {
		AtomicInteger attempts = new AtomicInteger();
		SipTakeOverCustomizer tenant = (callId, conversation, builder) -> {
			attempts.incrementAndGet();
			throw new TenantBudgetUsedUpException(new TenantSpending("acme", LocalDate.of(2026, 11, 30), BigDecimal.TEN,
					BigDecimal.ONE, Currency.getInstance("USD")));
		};
		try (PhoneApplication second = PhoneApplication.at(this.simulator, (context) -> {
			beans(this.conversations, this.calls).initialize(context);
			context.registerBean(SipTakeOverCustomizer.class, () -> tenant);
		}, NoPhone.class, LONG)) {
			SimulatedCall call;
			try (PhoneApplication first = first(LONG)) {
				call = first.connected();
				awaitKept(call, session(first));
			}
			call.awaitState(SimulatedCall.State.ENDED, PhoneApplication.PATIENCE);
			Awaitility.await().atMost(PhoneApplication.PATIENCE).until(() -> !this.calls.contains(call.id()));
			assertThat(attempts).hasValue(1);
			assertThat(second.events().all(SipCallTakenOver.class)).isEmpty();
		}
	}

	private void awaitKept(SimulatedCall call, RealtimeSession session) {
		Awaitility.await()
			.atMost(PhoneApplication.PATIENCE)
			.until(() -> this.calls.contains(call.id()) && this.conversations.find(session.id()) != null);
	}

	// An item is stored while the model is still writing it, and is no call yet
	private boolean isWholeCallKept(RealtimeSession session) {
		return new StoredConversations(this.conversations).find(session.id())
			.stream()
			.flatMap((stored) -> stored.items().stream())
			.anyMatch((kept) -> kept.item() instanceof FunctionCall call && ItemStatus.COMPLETED.equals(call.status()));
	}

	private static RealtimeSession session(PhoneApplication application) {
		return application.events().await(SipCallAccepted.class).call().session();
	}

	private static SipCallTakenOver takenOver(PhoneApplication application) {
		return await(application, SipCallTakenOver.class);
	}

	// A lease has to end first
	private static <T> T await(PhoneApplication application, Class<T> type) {
		Awaitility.await()
			.atMost(PhoneApplication.PATIENCE.multipliedBy(4))
			.until(() -> !application.events().all(type).isEmpty());
		return application.events().all(type).get(0);
	}

	private ApplicationContextInitializer<GenericApplicationContext> beans(ConversationStore store,
			SipCallStore callStore) {
		return (context) -> {
			context.registerBean(ConversationStore.class, () -> store);
			context.registerBean(SipCallStore.class, () -> callStore);
			context.registerBean("slow", CallableTool.class, () -> CallableTool
				.of(FunctionTool.builder().name("slow").description("Takes its time").build(), (call) -> {
					this.runs.incrementAndGet();
					this.release.await(2, TimeUnit.MINUTES);
					return ToolResult.text("Done");
				}));
		};
	}

	private <T> T behindPartition(Class<T> type, T target) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
				if (this.partition.get() && method.getDeclaringClass().equals(type)) {
					throw new IllegalStateException("no store");
				}
				try {
					return method.invoke(target, arguments);
				}
				catch (InvocationTargetException ex) {
					throw ex.getCause();
				}
			}));
	}

	static class NoPhone {

	}

}
