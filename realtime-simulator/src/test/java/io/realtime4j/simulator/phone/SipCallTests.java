package io.realtime4j.simulator.phone;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.realtime4j.event.server.InputAudioBufferDtmfEventReceived;
import io.realtime4j.session.context.SessionAdmission;
import io.realtime4j.session.context.SessionNotAdmittedException;
import io.realtime4j.session.context.SessionTraits;
import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.rest.SimulatedCall;
import io.realtime4j.simulator.support.UsedUpBudget;
import io.realtime4j.spring.phone.PhoneCallRefused;
import io.realtime4j.spring.sip.CallGoneException;
import io.realtime4j.spring.sip.IncomingCall;
import io.realtime4j.spring.sip.IncomingCallHandler;
import io.realtime4j.spring.sip.SipCall;
import io.realtime4j.spring.sip.SipCallAccepted;
import io.realtime4j.spring.sip.SipCallEnd;
import io.realtime4j.spring.sip.SipCallEnded;
import io.realtime4j.spring.sip.SipCallFailed;
import io.realtime4j.spring.sip.SipCallGone;
import io.realtime4j.spring.sip.SipCallRejected;
import io.realtime4j.usage.Tenant;
import io.realtime4j.webhook.RealtimeCallIncoming;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for calls that come in by SIP, from the webhook to their end.
 */
class SipCallTests {

	private static final String AUTO = "realtime.sip.answer=auto";

	@Test
	void everyCallIsAcceptedWithTheConfiguredSession() {
		try (PhoneApplication application = PhoneApplication.start(NoPhone.class, AUTO,
				"realtime.session.greeting.text=Front desk, good morning.")) {
			SimulatedCall call = application.connected();
			assertThat(String.valueOf(call.session())).contains("You are the front desk.", "\"name\":\"book_table\"");
			application.sideband(call, 1).awaitReceived("response.create", PhoneApplication.PATIENCE);
			assertThat(application.events().await(SipCallAccepted.class).callId()).isEqualTo(call.id());
		}
	}

	@Test
	void toolsOfTheApplicationServeTheCall() {
		try (PhoneApplication application = PhoneApplication.start(NoPhone.class, AUTO)) {
			application.simulator().nextResponse(ModelReply.builder().call("book_table", "{\"guests\":2}").build());
			SimulatedCall call = application.connected();
			application.events().await(SipCallAccepted.class).call().session().ask("A table for two");
			assertThat(application.sideband(call, 1)
				.awaitReceived((event) -> event.path("item").path("type").asString("").equals("function_call_output"),
						PhoneApplication.PATIENCE)
				.path("item")
				.path("output")
				.asString()).contains("Booked for 2");
		}
	}

	@Test
	void listenerAcceptsWithSessionOfItsOwn() {
		try (PhoneApplication application = PhoneApplication.start(Receptionist.class)) {
			SimulatedCall call = application.simulator()
				.ring(Map.of("From", "<sip:+14155550123@example.com>", "X-Tenant", "north"));
			call.awaitState(SimulatedCall.State.ACTIVE, PhoneApplication.PATIENCE);
			SipCall accepted = application.events().await(SipCallAccepted.class).call();
			assertThat(accepted.session().attributes()).containsEntry("tenant", "north");
			assertThat(String.valueOf(call.session())).contains("You are the front desk.");
		}
	}

	@Test
	void handlerRejects() {
		try (PhoneApplication application = PhoneApplication.start(Closed.class)) {
			SimulatedCall call = application.simulator().ring();
			call.awaitState(SimulatedCall.State.REJECTED, PhoneApplication.PATIENCE);
			assertThat(call.rejectStatus()).isEqualTo(480);
			assertThat(application.events().await(SipCallRejected.class))
				.isEqualTo(new SipCallRejected(call.id(), 480, SipCallRejected.Reason.APPLICATION));
			assertThat(application.events().all(PhoneCallRefused.class)).isEmpty();
		}
	}

	@Test
	void callThatNobodyAnswersIsDeclined() {
		try (PhoneApplication application = PhoneApplication.start(NoPhone.class, "realtime.sip.answer-timeout=50ms")) {
			SimulatedCall call = application.simulator().ring();
			call.awaitState(SimulatedCall.State.REJECTED, PhoneApplication.PATIENCE);
			assertThat(call.rejectStatus()).isEqualTo(603);
			assertThat(application.events().await(SipCallRejected.class).reason())
				.isEqualTo(SipCallRejected.Reason.UNANSWERED);
		}
	}

	@Test
	void callWhoseHandlerFailsIsDeclined() {
		try (PhoneApplication application = PhoneApplication.start(Broken.class)) {
			SimulatedCall call = application.simulator().ring();
			call.awaitState(SimulatedCall.State.REJECTED, PhoneApplication.PATIENCE);
			assertThat(application.events().await(SipCallRejected.class).reason())
				.isEqualTo(SipCallRejected.Reason.HANDLER_FAILED);
		}
	}

	@Test
	void callBeyondTheLastPlaceIsBusy() {
		try (PhoneApplication application = PhoneApplication.start(NoPhone.class, AUTO, "realtime.sip.max-calls=1")) {
			SimulatedCall first = application.connected();
			SimulatedCall second = application.simulator().ring();
			second.awaitState(SimulatedCall.State.REJECTED, PhoneApplication.PATIENCE);
			assertThat(second.rejectStatus()).isEqualTo(486);
			assertThat(application.events().await(PhoneCallRefused.class))
				.returns(PhoneCallRefused.Reason.BUSY, PhoneCallRefused::reason)
				.returns("sip", (refused) -> refused.caller().carrier())
				.returns(second.id(), (refused) -> refused.caller().callId());
			first.callerHangsUp();
			application.events().await(SipCallEnded.class);
			assertThat(application.connected().state()).isEqualTo(SimulatedCall.State.ACTIVE);
		}
	}

	@Test
	void callsAreRefusedWhileTheApplicationIsDrained() {
		try (PhoneApplication application = PhoneApplication.start(NoPhone.class, AUTO)) {
			application.connected();
			application.drain().begin();
			SimulatedCall refused = application.simulator().ring(Map.of("From", "<sip:+14155550123@example.com>"));
			refused.awaitState(SimulatedCall.State.REJECTED, PhoneApplication.PATIENCE);
			assertThat(refused.rejectStatus()).isEqualTo(503);
			assertThat(application.events().await(PhoneCallRefused.class))
				.returns(PhoneCallRefused.Reason.STOPPING, PhoneCallRefused::reason)
				.returns("+14155550123", (event) -> event.caller().claimedFrom());
			application.drain().end();
			application.connected();
		}
	}

	@Test
	void callWhoseTenantHasUsedUpItsBudgetIsBusy() {
		try (PhoneApplication application = PhoneApplication.start(Insolvent.class)) {
			SimulatedCall call = application.simulator().ring();
			call.awaitState(SimulatedCall.State.REJECTED, PhoneApplication.PATIENCE);
			assertThat(call.rejectStatus()).isEqualTo(486);
			assertThat(application.events().await(SipCallRejected.class).reason())
				.isEqualTo(SipCallRejected.Reason.BUDGET);
			assertThat(application.events().await(PhoneCallRefused.class).reason())
				.isEqualTo(PhoneCallRefused.Reason.BUDGET);
		}
	}

	@Test
	void callWhoseSessionMayNotBeginAnyMoreIsHungUp() {
		try (PhoneApplication application = PhoneApplication.start(Fickle.class, AUTO)) {
			// The session of the application was admitted before
			Fickle.ADMITTED.set(false);
			SimulatedCall call = application.simulator().ring();
			call.awaitState(SimulatedCall.State.ENDED, PhoneApplication.PATIENCE);
			assertThat(application.events().await(SipCallFailed.class).cause())
				.isInstanceOf(SessionNotAdmittedException.class);
		}
	}

	@Test
	void callerWhoDidNotWaitIsNoFailure() throws Exception {
		try (PhoneApplication application = PhoneApplication.start(Slow.class)) {
			SimulatedCall call = application.simulator().ring();
			IncomingCall incoming = Slow.CALLS.poll(20, TimeUnit.SECONDS);
			call.callerHangsUp();
			assertThat(incoming).isNotNull();
			assertThat(incoming.accept()).failsWithin(PhoneApplication.PATIENCE)
				.withThrowableOfType(ExecutionException.class)
				.withCauseInstanceOf(CallGoneException.class);
			assertThat(application.events().await(SipCallGone.class).callId()).isEqualTo(call.id());
		}
	}

	@Test
	void onlyTheFirstAnswerCounts() throws Exception {
		try (PhoneApplication application = PhoneApplication.start(Slow.class)) {
			application.simulator().ring();
			IncomingCall incoming = Slow.CALLS.poll(20, TimeUnit.SECONDS);
			assertThat(incoming).isNotNull();
			CompletableFuture<SipCall> accepted = incoming.accept();
			assertThat(incoming.reject()).isCompletedExceptionally();
			assertThat(accepted).succeedsWithin(PhoneApplication.PATIENCE);
		}
	}

	@Test
	void webhookThatIsDeliveredAgainIsTakenOnce() {
		try (PhoneApplication application = PhoneApplication.start(NoPhone.class, AUTO)) {
			SimulatedCall call = application.connected();
			call.redeliver();
			assertThat(call.awaitDeliveries(2, PhoneApplication.PATIENCE)).containsOnly(204);
			assertThat(application.events().all(RealtimeCallIncoming.class)).hasSize(1);
		}
	}

	@Test
	void webhookOfStrangerIsRefused() {
		try (PhoneApplication application = PhoneApplication.start(NoPhone.class, AUTO,
				"realtime.webhook.secret=whsec_YW5vdGhlciBzZWNyZXQ=")) {
			SimulatedCall call = application.simulator().ring();
			assertThat(call.awaitDeliveries(1, PhoneApplication.PATIENCE)).containsExactly(401);
			assertThat(call.state()).isEqualTo(SimulatedCall.State.RINGING);
		}
	}

	@Test
	void keysAreEventsOfTheSession() {
		try (PhoneApplication application = PhoneApplication.start(NoPhone.class, AUTO)) {
			SimulatedCall call = application.connected();
			call.pressKey('#');
			assertThat(application.events().await(InputAudioBufferDtmfEventReceived.class).event()).isEqualTo("#");
		}
	}

	@Test
	void applicationHangsUp() {
		try (PhoneApplication application = PhoneApplication.start(NoPhone.class, AUTO)) {
			SimulatedCall call = application.connected();
			SipCall accepted = application.events().await(SipCallAccepted.class).call();
			assertThat(accepted.hangUp()).succeedsWithin(PhoneApplication.PATIENCE);
			assertThat(call.state()).isEqualTo(SimulatedCall.State.ENDED);
			assertThat(accepted.ended()).succeedsWithin(PhoneApplication.PATIENCE)
				.satisfies((end) -> assertThat(end.reason()).isEqualTo(SipCallEnd.Reason.HUNG_UP));
			assertThat(accepted.hangUp()).as("again").succeedsWithin(PhoneApplication.PATIENCE);
		}
	}

	@Test
	void callerHangsUp() {
		try (PhoneApplication application = PhoneApplication.start(NoPhone.class, AUTO)) {
			SimulatedCall call = application.connected();
			call.callerHangsUp();
			assertThat(application.events().await(SipCallEnded.class).end().reason())
				.isEqualTo(SipCallEnd.Reason.REMOTE);
		}
	}

	@Test
	void sidebandThatDropsIsAttachedAgain() {
		try (PhoneApplication application = PhoneApplication.start(NoPhone.class, AUTO)) {
			SimulatedCall call = application.connected();
			application.sideband(call, 1).cut();
			assertThat(application.sideband(call, 2).isOpen()).isTrue();
			assertThat(call.state()).isEqualTo(SimulatedCall.State.ACTIVE);
		}
	}

	@Test
	void callWhoseSessionIsClosedIsHungUp() {
		try (PhoneApplication application = PhoneApplication.start(NoPhone.class, AUTO)) {
			SimulatedCall call = application.connected();
			application.events().await(SipCallAccepted.class).call().session().close();
			call.awaitState(SimulatedCall.State.ENDED, PhoneApplication.PATIENCE);
			assertThat(application.events().await(SipCallEnded.class).end().reason())
				.isEqualTo(SipCallEnd.Reason.SESSION_ENDED);
		}
	}

	@Test
	void applicationThatStopsHangsUp() {
		SimulatedCall call;
		try (PhoneApplication application = PhoneApplication.start(NoPhone.class, AUTO)) {
			call = application.connected();
		}
		assertThat(call.state()).isEqualTo(SimulatedCall.State.ENDED);
	}

	@Test
	void callsOfTheSameCallerStayApart() {
		try (PhoneApplication application = PhoneApplication.start(NoPhone.class, AUTO)) {
			List<SimulatedCall> calls = List.of(application.connected(), application.connected());
			calls.get(0).callerHangsUp();
			assertThat(application.events().await(SipCallEnded.class).callId()).isEqualTo(calls.get(0).id());
			assertThat(calls.get(1).state()).isEqualTo(SimulatedCall.State.ACTIVE);
		}
	}

	static class NoPhone {

	}

	static class Receptionist {

		@EventListener
		void on(IncomingCall call) {
			call.accept((spec) -> spec.attribute("tenant", String.valueOf(call.claimedHeader("x-tenant"))));
		}

	}

	@Import(UsedUpBudget.class)
	static class Insolvent {

		@EventListener
		void on(IncomingCall call) {
			call.accept((spec) -> spec.feature(Tenant.class, UsedUpBudget.TENANT));
		}

	}

	static class Fickle implements SessionAdmission {

		private static final AtomicBoolean ADMITTED = new AtomicBoolean();

		@Override
		public @Nullable String refusal() {
			return null;
		}

		// The call is accepted, and then there is no session for it
		@Override
		public SessionAdmission forSession(SessionTraits session) {
			return ADMITTED.getAndSet(true) ? () -> "There is no place any more" : SessionAdmission.open();
		}

	}

	static class Closed implements IncomingCallHandler {

		@Override
		public void handle(IncomingCall call) {
			call.reject(480);
		}

	}

	static class Broken implements IncomingCallHandler {

		@Override
		public void handle(IncomingCall call) {
			throw new IllegalStateException("The calendar is not there");
		}

	}

	static class Slow implements IncomingCallHandler {

		static final BlockingQueue<IncomingCall> CALLS = new LinkedBlockingQueue<>();

		@Override
		public void handle(IncomingCall call) {
			CALLS.add(call);
		}

	}

}
