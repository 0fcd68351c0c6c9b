package io.realtime4j.tool;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

import io.realtime4j.event.client.ConversationItemCreate;
import io.realtime4j.model.item.FunctionCallOutput;
import io.realtime4j.model.response.ResponseOutcome;
import io.realtime4j.session.AnswerTimeoutException;
import io.realtime4j.session.ScriptedSession;
import io.realtime4j.session.SessionClosedException;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.speech.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for answers of the model that come after it has called tools.
 */
class AskWithToolsTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(80);

	private final ToolFixture fixture = new ToolFixture();

	private final CompletableFuture<Answer> answer = this.fixture.script.session().ask("A table, please.");

	@Test
	void answerComesAfterTheTool() {
		call("resp_1", "call_0", "Let me see.");
		this.fixture.finish("call_0", "free");
		assertThat(this.answer).isNotDone();
		say("resp_2", "There is one.");
		Answer whole = now(this.answer);
		assertThat(whole.text()).isEqualTo("Let me see.\nThere is one.");
		assertThat(whole.responses()).extracting((done) -> done.response().id()).containsExactly("resp_1", "resp_2");
		assertThat(whole.outcome().isCompleted()).isTrue();
	}

	@Test
	void answerComesAfterTwoRounds() {
		call("resp_1", "call_0", "");
		this.fixture.finish("call_0", "free");
		call("resp_2", "call_9", "");
		this.fixture.finish("call_9", "booked");
		assertThat(this.answer).isNotDone();
		say("resp_3", "Booked.");
		assertThat(now(this.answer).responses()).hasSize(3);
		assertThat(now(this.answer).text()).isEqualTo("Booked.");
	}

	@Test
	void answerWaitsForAllToolsOfARound() {
		this.fixture.script.receive(created("resp_1", "later", "call_0", "later", "call_1"));
		this.fixture.done("resp_1");
		this.fixture.finish("call_1", "b");
		assertThat(this.answer).isNotDone();
		this.fixture.finish("call_0", "a");
		say("resp_2", "Both.");
		assertThat(now(this.answer).text()).isEqualTo("Both.");
	}

	@Test
	void toolThatIsFasterThanItsResponseIsFollowed() {
		this.fixture.script.receive(created("resp_1", "later", "call_0"));
		this.fixture.finish("call_0", "free");
		this.fixture.done("resp_1");
		assertThat(this.answer).isNotDone();
		say("resp_2", "There is one.");
		assertThat(now(this.answer).text()).isEqualTo("There is one.");
	}

	@Test
	void toolWithoutFollowUpEndsTheAnswer() {
		call("resp_1", "call_0", "Noted.");
		this.fixture.finish("call_0", ToolResult.text("noted").withoutFollowUp());
		assertThat(now(this.answer).text()).isEqualTo("Noted.");
		assertThat(this.fixture.followUps()).isOne();
	}

	@Test
	void deniedApprovalIsAnsweredByTheModel() {
		ToolFixture approving = new ToolFixture(UnaryOperator.identity(), UnaryOperator.identity());
		approving.sessionTools().use(ToolSet.of(approving.tool("cancel", ToolOptions.defaults().withApproval())));
		CompletableFuture<Answer> denied = approving.script.session().ask("Cancel it.");
		approving.script.receive(created("resp_1", "cancel", "call_0"));
		approving.done("resp_1");
		assertThat(denied).isNotDone();
		approving.sessionTools().pendingApprovals().get(0).reject("not now");
		approving.script.receive(ToolWire.responseCreated("resp_2"), said("resp_2", "completed", "It stays."));
		assertThat(now(denied).text()).isEqualTo("It stays.");
	}

	@Test
	void interruptionEndsTheAnswer() {
		call("resp_1", "call_0", "Let me see.");
		this.fixture.finish("call_0", "free");
		this.fixture.script.receive(ToolWire.responseCreated("resp_2"), said("resp_2", "cancelled", "There"));
		assertThat(now(this.answer).outcome()).isInstanceOf(ResponseOutcome.Cancelled.class);
		assertThat(now(this.answer).text()).isEqualTo("Let me see.\nThere");
	}

	@Test
	void responseOfAnotherTurnIsNoPartOfTheAnswer() {
		call("resp_1", "call_0", "");
		this.fixture.script.receive(ToolWire.responseCreated("resp_vad"), said("resp_vad", "completed", "Still here."));
		assertThat(this.answer).isNotDone();
		this.fixture.finish("call_0", "free");
		say("resp_2", "There is one.");
		assertThat(now(this.answer).text()).isEqualTo("There is one.");
	}

	@Test
	void secondQuestionHasItsOwnAnswer() {
		CompletableFuture<Answer> second = this.fixture.script.session().ask("And the weather?");
		call("resp_1", "call_0", "");
		say("resp_2", "Sunny.");
		assertThat(now(second).text()).isEqualTo("Sunny.");
		assertThat(this.answer).isNotDone();
		this.fixture.finish("call_0", "free");
		say("resp_3", "There is one.");
		assertThat(now(this.answer).text()).isEqualTo("There is one.");
	}

	@Test
	void silentServerAfterTheToolFailsTheAnswer() {
		call("resp_1", "call_0", "");
		this.fixture.finish("call_0", "free");
		this.fixture.script.advance(TIMEOUT);
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> now(this.answer))
			.withCauseInstanceOf(AnswerTimeoutException.class);
	}

	@Test
	void slowToolIsWaitedForByItsOwnTimeout() {
		call("resp_1", "call_0", "");
		this.fixture.script.advance(Duration.ofSeconds(20));
		assertThat(this.answer).isNotDone();
		this.fixture.script.advance(Duration.ofMinutes(5));
		assertThat(this.answer).isDone();
	}

	@Test
	void applicationMayAnswerCallsItself() {
		CompletableFuture<Answer> own = new OwnTools().ask("What time is it?");
		assertThat(now(own).text()).isEqualTo("Noon.");
	}

	@Test
	void endOfTheSessionFailsTheAnswer() {
		call("resp_1", "call_0", "");
		this.fixture.script.end();
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> now(this.answer))
			.withCauseInstanceOf(SessionClosedException.class);
	}

	@Test
	void cancellingWhileTheToolRunsAsksForNoFollowUp() {
		call("resp_1", "call_0", "");
		this.answer.cancel(true);
		this.fixture.finish("call_0", "booked");
		assertThat(this.fixture.output("call_0")).isEqualTo("booked");
		assertThat(this.fixture.followUps()).isOne();
	}

	@Test
	void cancellingWithdrawsTheApproval() {
		ToolFixture approving = new ToolFixture(UnaryOperator.identity(), UnaryOperator.identity());
		approving.sessionTools().use(ToolSet.of(approving.tool("cancel", ToolOptions.defaults().withApproval())));
		CompletableFuture<Answer> asked = approving.script.session().ask("Cancel it.");
		approving.script.receive(created("resp_1", "cancel", "call_0"));
		approving.done("resp_1");
		asked.cancel(true);
		assertThat(approving.sessionTools().pendingApprovals()).isEmpty();
		assertThat(approving.followUps()).isOne();
		assertThat(approving.started).isEmpty();
	}

	@Test
	void cancellingTheFollowUpThatRunsCancelsIt() {
		call("resp_1", "call_0", "");
		this.fixture.finish("call_0", "free");
		this.fixture.script.receive(ToolWire.responseCreated("resp_2"));
		this.answer.cancel(true);
		assertThat(this.fixture.script.sent()).last()
			.satisfies((event) -> assertThat(event.path("type").asString()).isEqualTo("response.cancel"))
			.satisfies((event) -> assertThat(event.path("response_id").asString()).isEqualTo("resp_2"));
	}

	private static <T> T now(CompletableFuture<T> future) {
		assertThat(future).isDone();
		return future.join();
	}

	private void call(String responseId, String callId, String text) {
		this.fixture.script.receive(created(responseId, "later", callId));
		this.fixture.script.receive(said(responseId, "completed", text));
	}

	private void say(String responseId, String text) {
		this.fixture.script.receive(ToolWire.responseCreated(responseId), said(responseId, "completed", text));
	}

	private static String[] created(String responseId, String... namesAndIds) {
		String[] events = new String[1 + namesAndIds.length / 2];
		events[0] = ToolWire.responseCreated(responseId);
		for (int i = 0; i < namesAndIds.length; i += 2) {
			events[1 + i / 2] = ToolWire.callDone(responseId, namesAndIds[i + 1], namesAndIds[i], "{}", "completed");
		}
		return events;
	}

	private static String said(String responseId, String status, String text) {
		ObjectNode message = JsonMapper.shared().createObjectNode().put("type", "message").put("role", "assistant");
		message.putArray("content").addObject().put("type", "output_audio").put("transcript", text);
		return ToolWire.responseDone(responseId, status, message);
	}

	/**
	 * An application that declares its functions and answers their calls by itself.
	 */
	private static final class OwnTools {

		private final ScriptedSession script = new ScriptedSession(
				(scheduler) -> (session) -> SessionInterceptor.none(), UnaryOperator.identity());

		CompletableFuture<Answer> ask(String question) {
			CompletableFuture<Answer> answer = this.script.session().ask(question);
			JsonNode call = ToolWire.call("call_0", "time", "{}", "completed");
			this.script.receive(ToolWire.responseCreated("resp_1"), ToolWire.responseDone("resp_1", "completed", call));
			assertThat(answer).isNotDone();
			this.script.session().send(ConversationItemCreate.of(FunctionCallOutput.of("call_0", "12:00")));
			this.script.session().respond();
			this.script.receive(ToolWire.responseCreated("resp_2"), said("resp_2", "completed", "Noon."));
			return answer;
		}

	}

}
