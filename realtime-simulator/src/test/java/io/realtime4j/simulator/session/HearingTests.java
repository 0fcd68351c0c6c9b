package io.realtime4j.simulator.session;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.simulator.ears.Hearing;
import io.realtime4j.simulator.ears.HearingRequest;
import io.realtime4j.simulator.model.ModelTool;
import io.realtime4j.simulator.support.SessionHarness;
import io.realtime4j.simulator.support.Sounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for sessions of a simulator with ears, which a test answers for.
 */
class HearingTests {

	private static final byte[] TURN = Sounds.join(Sounds.silence(24000, 500), Sounds.tone(24000, 1500),
			Sounds.silence(24000, 1000));

	private static final String TOOL = "{'type':'function','name':'cancel_booking','description':'Cancel a booking',"
			+ "'parameters':{'type':'object','properties':{'name':{'type':'string'}},'required':['name']}}";

	private final List<HearingRequest> asked = new ArrayList<>();

	private final List<CompletableFuture<Hearing>> answers = new ArrayList<>();

	private final SessionHarness harness = SessionHarness.open(SessionRequest.realtime("gpt-realtime"), this::hear);

	@Test
	void earsAreGivenTheTurnAndTheTools() {
		configure(this.harness);
		this.harness.append(TURN);
		assertThat(this.asked).singleElement().satisfies((request) -> {
			assertThat(request.rate()).isEqualTo(24000);
			assertThat(request.pcm().length).isBetween(24000 * 2 * 3 / 2, TURN.length);
			assertThat(request.tools()).extracting(ModelTool::name).containsExactly("cancel_booking");
		});
		answer(Hearing.nothing());
		this.harness.finish();
	}

	@Test
	void whatIsUnderstoodIsDoneAndWritten() {
		configure(this.harness);
		this.harness.append(TURN);
		assertThat(this.harness.types()).endsWith("conversation.item.done", "response.created");
		answer(Hearing.of("Cancel the booking for Ada"));
		ObjectNode response = this.harness.finish();
		assertThat(response.at("/output/0/name").asString()).isEqualTo("cancel_booking");
		assertThat(response.at("/output/0/arguments").asString()).isEqualTo("{\"name\":\"Ada\"}");
		assertThat(transcript(this.harness)).isEqualTo("Cancel the booking for Ada");
	}

	@Test
	void whatIsUncertainIsAskedAndDoneWhenItIsConfirmed() {
		configure(this.harness);
		this.harness.append(TURN);
		answer(new Hearing("Cancel the booking for Ada", false));
		assertThat(said(this.harness.finish())).endsWith("Did you say: Cancel the booking for Ada?");
		assertThat(transcript(this.harness)).isEqualTo("(Cancel the booking for Ada?)");
		this.harness.append(TURN);
		answer(Hearing.of("Yes please"));
		assertThat(this.harness.finish().at("/output/0/arguments").asString()).isEqualTo("{\"name\":\"Ada\"}");
	}

	@Test
	void whatIsUncertainIsForgottenWhenItIsDenied() {
		configure(this.harness);
		this.harness.append(TURN);
		answer(new Hearing("Cancel the booking for Ada", false));
		this.harness.finish();
		this.harness.append(TURN);
		answer(Hearing.of("No that's wrong"));
		assertThat(said(this.harness.finish())).startsWith("Sorry.");
		this.harness.say("Yes");
		assertThat(said(this.harness.answer())).isNotEmpty();
	}

	@Test
	void whatIsNotUnderstoodIsMeasured() {
		configure(this.harness);
		this.harness.append(TURN);
		answer(Hearing.nothing());
		assertThat(said(this.harness.finish())).startsWith("I heard you speak for 1.5 seconds.");
		assertThat(transcript(this.harness)).isEqualTo("(1.5 seconds of speech)");
	}

	@Test
	void earsAreNotAwaitedForEver() {
		configure(this.harness);
		this.harness.append(TURN);
		this.harness.advance(19_000);
		assertThat(this.harness.types()).endsWith("response.created");
		assertThat(said(this.harness.finish())).startsWith("I heard you speak for 1.5 seconds.");
		answer(Hearing.of("Cancel the booking for Ada"));
		this.harness.advance(1000);
		assertThat(this.harness.all("response.created")).hasSize(1);
	}

	@Test
	void earsThatFailAreTold() {
		configure(this.harness);
		this.harness.append(TURN);
		this.answers.get(0).completeExceptionally(new IllegalArgumentException("No data"));
		assertThat(said(this.harness.finish())).startsWith("I heard you speak for 1.5 seconds.");
		assertThat(this.harness.lastError().path("code").asString()).isEqualTo("internal_error");
	}

	@Test
	void speechInterruptsAnAnswerThatWaitsForTheEars() {
		configure(this.harness);
		this.harness.append(TURN);
		this.harness.append(TURN);
		assertThat(this.harness.all("response.done")).extracting((event) -> event.at("/response/status").asString())
			.containsExactly("cancelled");
		answer(Hearing.of("Hello"));
		answer(Hearing.of("Cancel the booking for Ada"));
		assertThat(this.harness.finish().at("/output/0/name").asString()).isEqualTo("cancel_booking");
		assertThat(this.harness.all("response.done")).hasSize(2);
	}

	@Test
	void liveSessionsHearInOrder() {
		SessionHarness live = SessionHarness.open(SessionRequest.live(), this::hear);
		live.send("{'type':'session.start','session':{'model':'gpt-live-1'}}");
		live.send("{'type':'session.input_audio.append','audio':'"
				+ Base64.getEncoder().encodeToString(Sounds.join(TURN, TURN)) + "'}");
		live.advance(5000);
		assertThat(this.asked).hasSize(1);
		answer(Hearing.of("My name is Ada"));
		live.advance(1000);
		answer(new Hearing("Hello", false));
		live.advance(5000);
		String heard = String.join("",
				live.all("session.input_transcript.delta")
					.stream()
					.map((delta) -> delta.path("delta").asString())
					.toList());
		assertThat(heard).isEqualTo("My name is Ada(Hello?)");
		live.close();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void earsThatGiveNothingAtAllAreTold(boolean live) {
		SessionHarness session = SessionHarness.open(
				(live) ? SessionRequest.live() : SessionRequest.realtime("gpt-realtime"),
				(request) -> CompletableFuture.completedFuture(null));
		if (live) {
			session.send("{'type':'session.start','session':{'model':'gpt-live-1'}}");
			session.send(
					"{'type':'session.input_audio.append','audio':'" + Base64.getEncoder().encodeToString(TURN) + "'}");
		}
		else {
			configure(session);
			session.append(TURN);
		}
		session.advance(5000);
		assertThat(session.lastError().path("code").asString()).isEqualTo("internal_error");
		session.close();
	}

	@Test
	void earsThatFailWhenTheTurnBeforeIsAnsweredAreTold() {
		SessionHarness live = SessionHarness.open(SessionRequest.live(), (request) -> {
			if (!this.asked.isEmpty()) {
				throw new IllegalArgumentException("No data");
			}
			return hear(request);
		});
		live.send("{'type':'session.start','session':{'model':'gpt-live-1'}}");
		live.send("{'type':'session.input_audio.append','audio':'"
				+ Base64.getEncoder().encodeToString(Sounds.join(TURN, TURN)) + "'}");
		live.advance(5000);
		assertThat(live.all("error")).isEmpty();
		answer(Hearing.of("Hello"));
		live.advance(1000);
		assertThat(live.lastError().path("code").asString()).isEqualTo("internal_error");
		assertThat(live.lastError().path("message").asString()).contains("IllegalArgumentException");
		live.close();
	}

	private CompletableFuture<Hearing> hear(HearingRequest request) {
		this.asked.add(request);
		CompletableFuture<Hearing> answer = new CompletableFuture<>();
		this.answers.add(answer);
		return answer;
	}

	private void answer(Hearing hearing) {
		CompletableFuture<Hearing> open = this.answers.stream()
			.filter((answer) -> !answer.isDone())
			.findFirst()
			.orElseThrow();
		open.complete(hearing);
	}

	private static void configure(SessionHarness harness) {
		harness.update("{'type':'realtime','tools':[" + TOOL + "],'audio':{'input':{'transcription':"
				+ "{'model':'gpt-4o-transcribe'}}}}");
	}

	private static String said(ObjectNode response) {
		return response.at("/output/0/content/0/transcript").asString();
	}

	private static String transcript(SessionHarness harness) {
		return harness.last("conversation.item.input_audio_transcription.completed").path("transcript").asString();
	}

}
