package io.realtime4j.guardrail;

import java.time.Duration;
import java.util.function.UnaryOperator;

import io.realtime4j.session.SessionReconnected;
import io.realtime4j.session.SessionTimeouts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what follows when a guardrail trips, depending on when its verdict comes.
 */
class GuardrailTripTests {

	private static final UnaryOperator<Guardrails.Builder> REPLY = (builder) -> builder
		.safeReply(SafeReply.instructions("Sorry."));

	private final GuardrailFixture fixture = new GuardrailFixture(REPLY);

	@Test
	void verdictDuringTheResponseCancelsItAndTheReplyFollowsItsEnd() {
		this.fixture.begin("resp_1").audio("resp_1", 1000).say("resp_1", "something bad").pass(300).judge();
		assertThat(this.fixture.sent()).containsExactly("cancel resp_1", "truncate item_1 300");
		assertThat(this.fixture.played).containsExactly("item_1", "clear");
		this.fixture.audio("resp_1", 1000).say("resp_1", " and more that is bad").judge();
		assertThat(this.fixture.played).containsExactly("item_1", "clear");
		assertThat(this.fixture.count("response.output_audio_transcript.delta")).isEqualTo(1);
		this.fixture.done("resp_1", "cancelled").judge();
		assertThat(this.fixture.sent()).containsExactly("cancel resp_1", "truncate item_1 300", "create Sorry.");
		assertThat(this.fixture.events).containsExactly(new GuardrailTripped("resp_1", "BadWords", "a bad word", true));
	}

	@Test
	void verdictAfterTheEndCutsWhatIsStillPlayed() {
		this.fixture.begin("resp_1").audio("resp_1", 1000).say("resp_1", "something bad").done("resp_1");
		assertThat(this.fixture.sent()).isEmpty();
		this.fixture.pass(400).judge();
		assertThat(this.fixture.sent()).containsExactly("truncate item_1 400", "create Sorry.");
		assertThat(this.fixture.played).containsExactly("item_1", "clear");
	}

	@Test
	void verdictAfterTheEndDeletesWhatNobodyHeard() {
		this.fixture.begin("resp_1").audio("resp_1", 1000).say("resp_1", "something bad").done("resp_1").judge();
		assertThat(this.fixture.sent()).containsExactly("delete item_1", "create Sorry.");
	}

	@Test
	void verdictAfterAllWasHeardIsFollowedByTheReplyAlone() {
		this.fixture.begin("resp_1").audio("resp_1", 1000).say("resp_1", "something bad").done("resp_1");
		this.fixture.pass(1000).judge();
		assertThat(this.fixture.sent()).containsExactly("create Sorry.");
		assertThat(this.fixture.played).containsExactly("item_1");
	}

	@Test
	void verdictDuringTheNextResponseLeavesThatOneAlone() {
		this.fixture.begin("resp_1").audio("resp_1", 1000).say("resp_1", "something bad").done("resp_1");
		this.fixture.begin("resp_2").audio("resp_2", 500).say("resp_2", "good").pass(400).judge();
		assertThat(this.fixture.sent()).containsExactly("truncate item_1 400");
		assertThat(this.fixture.played).containsExactly("item_1", "item_2", "clear", "item_2");
		this.fixture.audio("resp_2", 500).say("resp_2", " and well");
		assertThat(this.fixture.played).endsWith("item_2", "item_2");
		assertThat(this.fixture.count("response.output_audio_transcript.delta")).isEqualTo(3);
		this.fixture.done("resp_2").judge();
		assertThat(this.fixture.sent()).containsExactly("truncate item_1 400", "create Sorry.");
	}

	@Test
	void verdictOnTextCancelsToo() {
		this.fixture.begin("resp_1").write("resp_1", "something bad").judge();
		this.fixture.write("resp_1", "more").done("resp_1", "cancelled").judge();
		assertThat(this.fixture.sent()).containsExactly("cancel resp_1", "create Sorry.");
		assertThat(this.fixture.count("response.output_text.delta")).isEqualTo(1);
	}

	@Test
	void responseTripsOnceWhoeverFindsItBad() {
		GuardrailFixture two = new GuardrailFixture(
				(builder) -> builder.guardrail((draft) -> GuardrailVerdict.trip("too")));
		two.begin("resp_1").write("resp_1", "something bad").judge().done("resp_1", "cancelled").judge();
		assertThat(two.events).hasSize(1);
		assertThat(two.sent()).containsExactly("cancel resp_1", "create What");
	}

	@Test
	void safeReplyThatTripsIsCutAndFollowedBySilence() {
		trip("resp_1");
		this.fixture.begin("resp_2").audio("resp_2", 1000).say("resp_2", "sorry, bad again").pass(100).judge();
		this.fixture.done("resp_2", "cancelled").judge();
		assertThat(this.fixture.sent()).containsExactly("cancel resp_1", "create Sorry.", "cancel resp_2",
				"truncate item_2 100");
		assertThat(this.fixture.events).extracting(GuardrailEvent::responseId).containsExactly("resp_1", "resp_2");
		assertThat(this.fixture.events).last()
			.isEqualTo(new GuardrailTripped("resp_2", "BadWords", "a bad word", false));
	}

	@Test
	void safeReplyThatTripsLateIsFollowedBySilence() {
		trip("resp_1");
		this.fixture.begin("resp_2").write("resp_2", "sorry, bad again").done("resp_2");
		assertThat(this.fixture.sent()).containsExactly("cancel resp_1", "create Sorry.");
		this.fixture.judge();
		assertThat(this.fixture.sent()).containsExactly("cancel resp_1", "create Sorry.");
		assertThat(this.fixture.events).last()
			.isEqualTo(new GuardrailTripped("resp_2", "BadWords", "a bad word", false));
	}

	@Test
	void responseAfterTheSafeReplyHasAReplyOfItsOwn() {
		trip("resp_1");
		this.fixture.begin("resp_2").write("resp_2", "I am sorry.").done("resp_2").judge();
		trip("resp_3");
		assertThat(this.fixture.sent()).containsExactly("cancel resp_1", "create Sorry.", "cancel resp_3",
				"create Sorry.");
	}

	@Test
	void oneReplyIsEnoughForTwoResponsesThatTripBeforeIt() {
		this.fixture.begin("resp_1").write("resp_1", "something bad").done("resp_1");
		this.fixture.begin("resp_2").write("resp_2", "something bad").judge();
		assertThat(this.fixture.sent()).containsExactly("cancel resp_2");
		this.fixture.done("resp_2", "cancelled").judge();
		assertThat(this.fixture.sent()).containsExactly("cancel resp_2", "create Sorry.");
	}

	@Test
	void responseThatSomebodyInterruptedHasNoReply() {
		this.fixture.begin("resp_1").write("resp_1", "something bad").done("resp_1", "cancelled").judge();
		assertThat(this.fixture.sent()).isEmpty();
		assertThat(this.fixture.events)
			.containsExactly(new GuardrailTripped("resp_1", "BadWords", "a bad word", false));
	}

	@Test
	void responseThatSomebodyInterruptsRightNowHasNoReply() {
		this.fixture.begin("resp_1").audio("resp_1", 1000).say("resp_1", "something bad").pass(300).speech();
		this.fixture.judge().done("resp_1", "cancelled").judge();
		assertThat(this.fixture.sent()).containsExactly("cancel resp_1", "truncate item_1 300");
		assertThat(this.fixture.events)
			.containsExactly(new GuardrailTripped("resp_1", "BadWords", "a bad word", false));
	}

	@Test
	void responseThatTheApplicationInterruptsHasNoReply() {
		this.fixture.begin("resp_1").write("resp_1", "something bad");
		this.fixture.script.session().interrupt();
		this.fixture.judge().done("resp_1", "cancelled").judge();
		assertThat(this.fixture.sent()).containsExactly("cancel resp_1");
		assertThat(this.fixture.events).hasSize(1);
	}

	@Test
	void speechAfterTheEndDoesNotTakeTheReplyAway() {
		this.fixture.begin("resp_1").write("resp_1", "something bad").done("resp_1").speech();
		this.fixture.begin("resp_2").judge();
		assertThat(this.fixture.sent()).isEmpty();
		this.fixture.done("resp_2").judge();
		assertThat(this.fixture.sent()).containsExactly("create Sorry.");
	}

	@Test
	void responseThatIsLostWithItsConnectionHasItsReplyAfterwards() {
		this.fixture.begin("resp_1").write("resp_1", "something bad").judge();
		assertThat(this.fixture.sent()).containsExactly("cancel resp_1");
		this.fixture.interceptors.get(0).onSessionEvent(new SessionReconnected(0, Duration.ZERO));
		this.fixture.done("resp_1", "cancelled").judge();
		assertThat(this.fixture.sent()).containsExactly("cancel resp_1", "create Sorry.");
	}

	@Test
	void silenceIsAReplyToo() {
		GuardrailFixture silent = new GuardrailFixture((builder) -> builder.safeReply(SafeReply.silence()));
		silent.begin("resp_1").write("resp_1", "something bad").judge().done("resp_1", "cancelled").judge();
		assertThat(silent.sent()).containsExactly("cancel resp_1");
		assertThat(silent.events).containsExactly(new GuardrailTripped("resp_1", "BadWords", "a bad word", false));
	}

	@Test
	void replyThatTheServerRefusesIsTold() {
		trip("resp_1");
		String eventId = this.fixture.script.sent().get(1).path("event_id").asString();
		this.fixture.script.receive("{\"type\":\"error\",\"error\":{\"code\":\"invalid_value\",\"message\":\"no\","
				+ "\"event_id\":\"" + eventId + "\"}}");
		this.fixture.judge();
		assertThat(this.fixture.events).last().isInstanceOf(SafeReplyFailed.class);
	}

	@Test
	void replyTellsTheModelToCallNoTools() {
		trip("resp_1");
		assertThat(this.fixture.script.sent().get(1).at("/response/tool_choice").asString()).isEqualTo("none");
		assertThat(SafeReply.text("Goodbye.").settings())
			.satisfies((settings) -> assertThat(settings.instructions()).endsWith("nothing else: Goodbye."));
	}

	@Test
	void withoutPlaybackTheResponseIsCancelledById() {
		GuardrailFixture mute = new GuardrailFixture(REPLY, false);
		mute.begin("resp_1").say("resp_1", "something bad").judge();
		String eventId = mute.script.sent().get(0).path("event_id").asString();
		mute.script.receive("{\"type\":\"error\",\"error\":{\"code\":\"response_cancel_not_active\","
				+ "\"message\":\"no\",\"event_id\":\"" + eventId + "\"}}");
		assertThat(mute.count("error")).isZero();
		mute.done("resp_1").judge();
		assertThat(mute.sent()).containsExactly("cancel resp_1", "create Sorry.");
	}

	@Test
	void withoutPlaybackAResponseThatIsDoneIsNotCancelled() {
		GuardrailFixture mute = new GuardrailFixture(REPLY, false);
		mute.begin("resp_1").say("resp_1", "something bad").done("resp_1").judge();
		assertThat(mute.sent()).containsExactly("create Sorry.");
	}

	@Test
	void replyComesAlthoughTheResponseThatWasCutNeverEnds() {
		this.fixture.begin("resp_1").say("resp_1", "something bad").judge();
		assertThat(this.fixture.sent()).doesNotContain("create What");
		this.fixture.script.advance(SessionTimeouts.defaults().acknowledgement());
		assertThat(this.fixture.sent()).contains("cancel resp_1").last().asString().startsWith("create ");
	}

	@Test
	void sessionThatIsClosedMeanwhileIsLeftAlone() {
		this.fixture.begin("resp_1").write("resp_1", "something bad");
		this.fixture.script.session().close();
		this.fixture.judge();
		assertThat(this.fixture.sent()).startsWith("cancel resp_1").doesNotContain("create Sorry.");
		this.fixture.script.end();
		assertThat(this.fixture.script.pendingTimers()).isZero();
	}

	private void trip(String response) {
		this.fixture.begin(response).write(response, "something bad").judge().done(response, "cancelled").judge();
	}

}
