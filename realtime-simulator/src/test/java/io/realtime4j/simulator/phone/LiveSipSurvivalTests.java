package io.realtime4j.simulator.phone;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import io.realtime4j.audio.Pcm;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.live.session.LiveTurn;
import io.realtime4j.model.tool.FunctionTool;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.connection.SimulatorConnection;
import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.rest.SimulatedCall;
import io.realtime4j.simulator.support.Sounds;
import io.realtime4j.spring.sip.ClosedWithoutLease;
import io.realtime4j.spring.sip.LiveSipTakeOverCustomizer;
import io.realtime4j.spring.sip.SipCallAccepted;
import io.realtime4j.spring.sip.SipCallEnd;
import io.realtime4j.spring.sip.SipCallEnded;
import io.realtime4j.spring.sip.SipCallStore;
import io.realtime4j.spring.sip.SipCallTakenOver;
import io.realtime4j.store.ConversationStore;
import io.realtime4j.store.InMemoryConversationStore;
import io.realtime4j.store.RecordedConversation;
import io.realtime4j.store.StoredConversation;
import io.realtime4j.store.StoredConversations;
import io.realtime4j.tool.CallableTool;
import io.realtime4j.tool.ToolOptions;
import io.realtime4j.tool.ToolResult;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for calls by SIP with live sessions that go on at another node, which has the
 * same store.
 */
class LiveSipSurvivalTests {

	private static final String[] PROPERTIES = { "realtime.sip.family=live", "realtime.sip.answer=auto",
			"realtime.sip.hand-over-on-stop=true", "realtime.live.model=gpt-live-1",
			"realtime.live.delegation.responses.model=gpt-5", "realtime.live.greeting=Good morning.",
			"realtime.store.heartbeat=5s" };

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

	@Test
	void callOfANodeThatStopsGoesOnAtAnotherAndNothingIsSaidTwice() {
		try (PhoneApplication second = second(false)) {
			SimulatedCall call;
			try (PhoneApplication first = first(false)) {
				call = first.connectedLive();
				LiveSession session = session(first);
				awaitTurn(session, "Good morning.");
				this.simulator.nextTranscript("Is it open?");
				this.simulator.nextResponse("Until ten.");
				speak(call);
				awaitTurn(session, "Until ten.");
				awaitKept(call, session, (stored) -> stored.items().size() >= 3);
			}
			SipCallTakenOver taken = await(second, SipCallTakenOver.class);
			assertThat(taken.callId()).isEqualTo(call.liveId());
			assertThat(call.state()).isEqualTo(SimulatedCall.State.ACTIVE);
			LiveSession session = taken.call().session(LiveSession.class);
			assertThat(session.attributes()).containsEntry("taken", call.liveId());
			assertThat(session.turnsUntil(null)).extracting(LiveTurn::text)
				.anyMatch((text) -> text.contains("Is it open?"))
				.anyMatch((text) -> text.contains("Until ten."));
			this.simulator.nextTranscript("For two, please.");
			this.simulator.nextResponse("At eight.");
			speak(call);
			awaitTurn(session, "At eight.");
			assertThat(second.sideband(call, 2).received()).as("the call knows its settings and what was said")
				.isEmpty();
			Awaitility.await()
				.atMost(PhoneApplication.PATIENCE)
				.untilAsserted(() -> assertThat(stored(session).header().owner()).isEqualTo(2));
			call.callerHangsUp();
			assertThat(second.events().await(SipCallEnded.class).end().reason()).isEqualTo(SipCallEnd.Reason.REMOTE);
			Awaitility.await().atMost(PhoneApplication.PATIENCE).until(() -> !this.calls.contains(call.liveId()));
		}
	}

	@Test
	void nodeWithoutTheStoreLeavesItsCallsAndRunsNoToolAgain() {
		JsonNode output = outputAfterPartition(false);
		assertThat(output.at("/item/output").asString()).contains("unknown_outcome");
		assertThat(this.runs).hasValue(1);
	}

	@Test
	void toolThatMayRunTwiceRunsAgain() {
		JsonNode output = outputAfterPartition(true);
		assertThat(output.at("/item/output").asString()).contains("Done");
		assertThat(this.runs).hasValue(2);
	}

	private JsonNode outputAfterPartition(boolean idempotent) {
		try (PhoneApplication second = second(idempotent); PhoneApplication first = first(idempotent)) {
			this.simulator.nextResponse(ModelReply.builder().call("slow", "{\"guests\":2}").build());
			SimulatedCall call = first.connectedLive();
			LiveSession lost = session(first);
			speak(call);
			Awaitility.await().atMost(PhoneApplication.PATIENCE).until(() -> this.runs.get() == 1);
			awaitKept(call, lost,
					(stored) -> stored.notes().keySet().stream().anyMatch((name) -> name.startsWith("live.work.")));
			this.simulator.nextResponse("It is done.");
			this.partition.set(true);
			SipCallEnd end = await(first, SipCallEnded.class).end();
			assertThat(end.reason()).isEqualTo(SipCallEnd.Reason.TAKEN_OVER);
			assertThat(end.cause()).isEqualTo(new ClosedWithoutLease(call.liveId()));
			SipCallTakenOver taken = await(second, SipCallTakenOver.class);
			SimulatorConnection sideband = second.sideband(call, 2);
			if (idempotent) {
				Awaitility.await().atMost(PhoneApplication.PATIENCE).until(() -> this.runs.get() == 2);
				this.release.countDown();
			}
			JsonNode output = sideband.awaitReceived("response.item.create", PhoneApplication.PATIENCE);
			sideband.awaitReceived("response.create", PhoneApplication.PATIENCE);
			LiveSession session = taken.call().session(LiveSession.class);
			awaitTurn(session, "It is done.");
			assertThat(sideband.received("response.item.create")).hasSize(1);
			assertThat(sideband.received("response.create")).hasSize(1);
			Awaitility.await()
				.atMost(PhoneApplication.PATIENCE)
				.untilAsserted(() -> assertThat(stored(session).notes().keySet())
					.noneMatch((name) -> name.startsWith("live.work.")));
			assertThat(first.sideband(call, 1).isOpen()).isFalse();
			this.partition.set(false);
			return output;
		}
	}

	private static void speak(SimulatedCall call) {
		call.speak(Pcm.of(24_000, Sounds.join(Sounds.tone(24_000, 1000), Sounds.silence(24_000, 500))));
	}

	private PhoneApplication first(boolean idempotent) {
		return application(idempotent, behindPartition(ConversationStore.class, this.conversations),
				behindPartition(SipCallStore.class, this.calls));
	}

	private PhoneApplication second(boolean idempotent) {
		return application(idempotent, this.conversations, this.calls);
	}

	private PhoneApplication application(boolean idempotent, ConversationStore store, SipCallStore callStore) {
		UnaryOperator<ToolOptions> options = (given) -> idempotent ? given.asIdempotent() : given;
		ApplicationContextInitializer<GenericApplicationContext> beans = (context) -> {
			context.registerBean(ConversationStore.class, () -> store);
			context.registerBean(SipCallStore.class, () -> callStore);
			context.registerBean(LiveSipTakeOverCustomizer.class,
					() -> (callId, conversation, builder) -> builder.attribute("taken", callId));
			context.registerBean("slow", CallableTool.class,
					() -> CallableTool.of(FunctionTool.builder().name("slow").description("Takes its time").build(),
							options.apply(ToolOptions.defaults()), (call) -> {
								this.runs.incrementAndGet();
								this.release.await(2, TimeUnit.MINUTES);
								return ToolResult.text("Done");
							}));
		};
		return PhoneApplication.at(this.simulator, beans, SipCallTests.NoPhone.class, PROPERTIES);
	}

	private StoredConversation stored(LiveSession session) {
		RecordedConversation recorded = RecordedConversation.find(session);
		assertThat(recorded).isNotNull();
		return new StoredConversations(this.conversations).find(recorded.conversationId()).orElseThrow();
	}

	private void awaitKept(SimulatedCall call, LiveSession session, Predicate<StoredConversation> whole) {
		Awaitility.await()
			.atMost(PhoneApplication.PATIENCE)
			.until(() -> this.calls.contains(call.liveId()) && this.conversations.find(session.id()) != null
					&& whole.test(stored(session)));
	}

	private static LiveSession session(PhoneApplication application) {
		return application.events().await(SipCallAccepted.class).call().session(LiveSession.class);
	}

	private static void awaitTurn(LiveSession session, String words) {
		Awaitility.await()
			.atMost(PhoneApplication.PATIENCE)
			.untilAsserted(() -> assertThat(session.turnsUntil(null)).extracting(LiveTurn::text)
				.anyMatch((text) -> text.contains(words)));
	}

	// A lease has to end first
	private static <T> T await(PhoneApplication application, Class<T> type) {
		Awaitility.await()
			.atMost(PhoneApplication.PATIENCE.multipliedBy(4))
			.until(() -> !application.events().all(type).isEmpty());
		List<T> all = application.events().all(type);
		return all.get(0);
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

}
