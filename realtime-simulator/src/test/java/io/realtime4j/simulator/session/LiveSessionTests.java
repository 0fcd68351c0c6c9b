package io.realtime4j.simulator.session;

import java.time.Duration;
import java.util.Base64;
import java.util.List;

import io.realtime4j.live.codec.LiveCodec;
import io.realtime4j.live.event.server.UnknownLiveServerEvent;
import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.model.SimulatorModel;
import io.realtime4j.simulator.model.standard.StandardModel;
import io.realtime4j.simulator.support.SessionHarness;
import io.realtime4j.simulator.support.Sounds;
import io.realtime4j.simulator.voice.SimulatorVoice;
import io.realtime4j.simulator.voice.ToneVoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for live sessions, {@link ServedLiveSession}.
 */
class LiveSessionTests {

	private static final String START = "{'type':'session.start','event_id':'e1','session':{'model':'gpt-live-1'}}";

	private static final String DELEGATING = "{'type':'session.start','session':{'model':'gpt-live-1',"
			+ "'delegation':{'type':'responses','responses':{'model':'gpt-5'}}}}";

	private SessionHarness harness = SessionHarness.open(SessionRequest.live());

	@AfterEach
	void everythingThatWasSaidIsPartOfTheProtocol() {
		LiveCodec codec = LiveCodec.create();
		assertThat(this.harness.events()).extracting((event) -> codec.decodeServerEvent(event.toString()))
			.doesNotHaveAnyElementsOfTypes(UnknownLiveServerEvent.class);
	}

	@Test
	void clientSpeaksFirst() {
		this.harness.advance(2000);
		assertThat(this.harness.types()).isEmpty();
		this.harness.send("{'type':'session.input_audio.mute','event_id':'e0'}");
		assertThat(this.harness.lastError().path("message").asString()).contains("'session.start'");
		assertThat(this.harness.lastError().path("client_event_id").asString()).isEqualTo("e0");
		this.harness.send(START);
		ObjectNode started = this.harness.last("session.started");
		assertThat(started.path("client_event_id").asString()).isEqualTo("e1");
		assertThat(started.at("/session/id").asString()).startsWith("live_");
		assertThat(started.at("/session/model").asString()).isEqualTo("gpt-live-1");
		assertThat(started.at("/session/expires_at").asLong()).isPositive();
		this.harness.send(START);
		assertThat(this.harness.lastError().path("code").asString()).isEqualTo("session_already_started");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{}                                                                         | session.model
			{'model':'m','voice':'marin'}                                              | session.voice
			{'model':'m','audio':{'format':{'type':'audio/pcm'}}}                      | session.audio.format.rate
			{'model':'m','audio':{'format':{'type':'audio/pcm','rate':48000}}}         | session.audio.format.rate
			{'model':'m','audio':{'format':{'type':'audio/pcmu','rate':24000}}}        | session.audio.format.rate
			{'model':'m','delegation':{'type':'magic'}}                                | session.delegation.type
			{'model':'m','tools':[]}                                                   | session.tools
			""", quoteCharacter = '"')
	void settingsAreRefused(String session, String param) {
		this.harness.send("{'type':'session.start','session':" + session + "}");
		assertThat(this.harness.lastError().path("param").asString()).isEqualTo(param);
		assertThat(this.harness.all("session.started")).isEmpty();
	}

	@Test
	void delegationCanBeUpdatedAndKeepsItsKind() {
		this.harness.send(START);
		this.harness.update("{'delegation':{'type':'client','acknowledgement_delay_ms':400}}");
		assertThat(this.harness.last("session.updated").at("/session/delegation/acknowledgement_delay_ms").asInt())
			.isEqualTo(400);
		this.harness.update("{'delegation':{'type':'responses'}}");
		assertThat(this.harness.lastError().path("param").asString()).isEqualTo("session.delegation.type");
		this.harness.update("{'instructions':'Be brief.'}");
		assertThat(this.harness.lastError().path("param").asString()).isEqualTo("session.instructions");
	}

	@ParameterizedTest
	@CsvSource({ "audio/pcm, 24000, 4800", "audio/pcm, 16000, 3200", "audio/pcmu, 8000, 800", "audio/pcma, 8000, 800" })
	void outputIsContinuousAtThePaceOfTime(String type, int rate, int bytes) {
		this.harness.send("{'type':'session.start','session':{'model':'gpt-live-1','audio':{'format':{'type':'" + type
				+ "','rate':" + rate + "}}}}");
		this.harness.advance(1000);
		List<ObjectNode> audio = this.harness.all("session.output_audio.delta");
		// Four times as fast as real time, and one piece at the start
		assertThat(audio).hasSize(41)
			.allSatisfy(
					(delta) -> assertThat(Base64.getDecoder().decode(delta.path("delta").asString())).hasSize(bytes))
			.allSatisfy((delta) -> assertThat(delta.has("event_id")).isFalse());
	}

	@Test
	void speechIsWrittenDownAndAnsweredWithTimes() {
		this.harness.script().addTranscript("Is it open?");
		this.harness.script().addReply(ModelReply.text("Until ten."));
		this.harness.send(START);
		this.harness.speakLive();
		this.harness.advance(10_000);
		assertThat(words("input")).isEqualTo("Is it open?");
		assertThat(words("output")).isEqualTo("Until ten.");
		ObjectNode heard = this.harness.last("session.input_transcript.delta");
		ObjectNode said = this.harness.all("session.output_transcript.delta").get(0);
		assertThat(heard.path("start_ms").asLong()).isLessThan(heard.path("end_ms").asLong());
		assertThat(said.path("start_ms").asLong()).isGreaterThanOrEqualTo(heard.path("end_ms").asLong());
		assertThat(loudest(this.harness.all("session.output_audio.delta"))).isPositive();
	}

	@Test
	void withoutScriptTheModelAnswers() {
		this.harness.send(START);
		this.harness.speakLive();
		this.harness.advance(20_000);
		assertThat(words("input")).isEqualTo("(1.0 seconds of speech)");
		assertThat(words("output")).contains("1.0 seconds");
	}

	@Test
	void modelFallsSilentWhenTheUserSpeaks() {
		this.harness.send(START);
		this.harness.send(commentary("One, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve."));
		this.harness.speakLive();
		this.harness.advance(500);
		String said = words("output");
		assertThat(said).startsWith("One").doesNotContain("twelve");
	}

	@Test
	void textWhoseSoundTakesLongerIsSaidFirstAllTheSame() {
		open(new StandardModel(), (request) -> {
			if (request.text().equals("First.")) {
				this.harness.send(commentary("Second."));
				this.harness.advance(2000);
			}
			return Sounds.tone(24000, 300);
		});
		this.harness.send(START);
		this.harness.send(commentary("First."));
		this.harness.advance(2000);
		assertThat(words("output")).isEqualTo("First.Second.");
	}

	@Test
	void replyThatTakesLongerIsSaidFirstAllTheSame() {
		open((request) -> {
			if (request.turns().size() > 1) {
				return ModelReply.text("Second.");
			}
			this.harness.speakLive();
			this.harness.advance(2000);
			return ModelReply.text("First.");
		}, new ToneVoice());
		this.harness.send(START);
		this.harness.speakLive();
		this.harness.advance(5000);
		assertThat(words("output")).isEqualTo("First.Second.");
	}

	@Test
	void textsThatWaitForTheirSoundAreNotSaidWhenTheUserSpeaks() {
		open(new StandardModel(), (request) -> {
			if (request.text().equals("First.")) {
				this.harness.send(commentary("Second."));
				this.harness.script().addReply(ModelReply.text("Third."));
				this.harness.speakLive();
				this.harness.advance(2000);
			}
			return Sounds.tone(24000, 300);
		});
		this.harness.send(START);
		this.harness.send(commentary("First."));
		this.harness.advance(2000);
		assertThat(words("output")).isEqualTo("First.Third.");
	}

	@Test
	void modelThatFailsIsToldAsAnErrorAndTheSessionGoesOn() {
		open((request) -> {
			throw new IllegalStateException("no");
		}, new ToneVoice());
		this.harness.send(START);
		this.harness.speakLive();
		this.harness.advance(2000);
		assertThat(this.harness.lastError().toString()).contains("\"server_error\"", "IllegalStateException");
		this.harness.script().addReply(ModelReply.text("Better."));
		this.harness.speakLive();
		this.harness.advance(5000);
		assertThat(words("output")).isEqualTo("Better.");
		assertThat(this.harness.all("error")).hasSize(1);
	}

	@Test
	void voiceThatFailsIsToldAsAnErrorAndTheNextTextIsSaid() {
		open(new StandardModel(), (request) -> {
			if (request.text().equals("First.")) {
				throw new IllegalStateException("no");
			}
			return Sounds.tone(24000, 300);
		});
		this.harness.send(START);
		this.harness.send(commentary("First."));
		this.harness.send(commentary("Second."));
		this.harness.advance(2000);
		assertThat(this.harness.lastError().path("type").asString()).isEqualTo("server_error");
		assertThat(words("output")).isEqualTo("Second.");
	}

	@Test
	void commentaryIsSaidAndOtherContextIsNot() {
		this.harness.send(START);
		this.harness.send("{'type':'session.thinking.append','event_id':'e2','content':'x','delegation_id':null}");
		this.harness.send("{'type':'session.instructions.append','event_id':'e3','content':'x','delegation_id':null}");
		this.harness.send(commentary("Good morning."));
		this.harness.advance(5000);
		assertThat(this.harness.last("session.thinking.appended").path("client_event_id").asString()).isEqualTo("e2");
		assertThat(this.harness.last("session.instructions.appended").path("client_event_id").asString())
			.isEqualTo("e3");
		assertThat(this.harness.last("session.commentary.appended").has("start_ms")).isTrue();
		assertThat(words("output")).isEqualTo("Good morning.");
	}

	@Test
	void contextIsRefusedWithoutDelegationIdAndBeyondItsLimit() {
		this.harness.send(START);
		this.harness.send("{'type':'session.thinking.append','content':'x'}");
		assertThat(this.harness.lastError().path("param").asString()).isEqualTo("delegation_id");
		this.harness.send(commentary("one ".repeat(600)));
		assertThat(this.harness.lastError().path("param").asString()).isEqualTo("content");
		assertThat(this.harness.all("session.commentary.appended")).isEmpty();
	}

	@Test
	void mutedUserIsNotHeard() {
		this.harness.send(START);
		this.harness.send("{'type':'session.input_audio.mute'}");
		this.harness.speakLive();
		this.harness.advance(2000);
		assertThat(this.harness.all("session.input_transcript.delta")).isEmpty();
		this.harness.send("{'type':'session.input_audio.unmute'}");
		this.harness.speakLive();
		this.harness.advance(2000);
		assertThat(this.harness.types()).contains("session.input_audio.muted", "session.input_audio.unmuted",
				"session.input_transcript.delta");
	}

	@Test
	void useIsToldAndSessionIsClosedOnRequest() {
		this.harness.send(START);
		this.harness.advance(2500);
		assertThat(this.harness.all("session.usage.updated")).extracting((event) -> event.at("/usage/seconds").asInt())
			.containsExactly(5, 10);
		this.harness.send("{'type':'session.close'}");
		this.harness.advance(1000);
		ObjectNode closed = this.harness.last("session.closed");
		assertThat(closed.path("reason").asString()).isEqualTo("close_requested");
		assertThat(closed.at("/usage/seconds").asDouble()).isGreaterThanOrEqualTo(10);
		assertThat(this.harness.types()).endsWith("session.closed");
		assertThat(this.harness.closeCode()).isEqualTo(1000);
	}

	@Test
	void sessionExpires() {
		SessionHarness brief = SessionHarness.open(SessionRequest.live(), Duration.ofSeconds(10));
		brief.send(START);
		brief.advance(11_000);
		assertThat(brief.last("session.closed").path("reason").asString()).isEqualTo("expired");
		assertThat(brief.types()).endsWith("session.closed").doesNotContain("error");
		assertThat(brief.closeCode()).isEqualTo(1000);
	}

	@Test
	void eventsOfOtherFamiliesAreRefused() {
		this.harness.send(START);
		this.harness.send("{'type':'response.cancel'}");
		assertThat(this.harness.lastError().path("message").asString()).contains("'session.commentary.append'");
	}

	@Test
	void workIsDelegatedToTheApplicationWithoutItsText() {
		this.harness.script().addReply(ModelReply.builder().text("One moment.").call("look", "{}").build());
		this.harness.send(START);
		this.harness.speakLive();
		this.harness.advance(5000);
		ObjectNode created = this.harness.last("session.delegation.created");
		assertThat(created.at("/delegation/target").asString()).isEqualTo("client");
		assertThat(created.path("offset_ms").asLong()).isPositive();
		assertThat(created.toString()).doesNotContain("look");
		this.harness.send(commentary("It is open.", "'" + created.at("/delegation/id").asString() + "'"));
		this.harness.advance(5000);
		assertThat(words("output")).isEqualTo("One moment.It is open.");
		this.harness.send(commentary("x", "'dlg_other'"));
		assertThat(this.harness.lastError().path("param").asString()).isEqualTo("delegation_id");
		this.harness.send("{'type':'response.create'}");
		assertThat(this.harness.lastError().path("message").asString()).contains("requires Responses delegation");
	}

	@Test
	void callsOfDelegatedResponseWaitForAllOutputs() {
		this.harness.script()
			.addReply(ModelReply.builder().call("first", "{}", "c1").call("second", "{}", "c2").build());
		this.harness.script().addReply(ModelReply.text("Both are done."));
		this.harness.send(DELEGATING);
		this.harness.speakLive();
		this.harness.advance(5000);
		assertThat(this.harness.all("response.event")).extracting((event) -> event.at("/event/type").asString())
			.containsExactly("response.created", "response.output_item.done", "response.output_item.done",
					"response.completed");
		assertThat(this.harness.last("response.event").at("/event/response/output").isEmpty()).isTrue();
		this.harness.send(output("c1"));
		this.harness.send("{'type':'response.create'}");
		assertThat(this.harness.lastError().path("code").asString()).isEqualTo("invalid_request");
		this.harness.send(output("c1"));
		assertThat(this.harness.lastError().path("param").asString()).isEqualTo("item.call_id");
		this.harness.send(output("c2"));
		this.harness.send("{'type':'response.create'}");
		this.harness.advance(5000);
		assertThat(words("output")).isEqualTo("Both are done.");
	}

	@Test
	void outputsOfFailedResponseAreRefused() {
		this.harness.script()
			.addReply(ModelReply.builder().call("first", "{}", "c1").failed("server_error", null, "Later").build());
		this.harness.send(DELEGATING);
		this.harness.speakLive();
		this.harness.advance(5000);
		assertThat(this.harness.last("response.event").at("/event/type").asString()).isEqualTo("response.failed");
		this.harness.send(output("c1"));
		assertThat(this.harness.lastError().path("param").asString()).isEqualTo("item.call_id");
	}

	@Test
	void modelCallsTheToolThatTheUserNames() {
		this.harness.script().addTranscript("Please find the table.");
		this.harness.send(
				DELEGATING.replace("'responses':{", "'responses':{'tools':[{'type':'function','name':'find_table'}],"));
		this.harness.speakLive();
		this.harness.advance(5000);
		assertThat(this.harness.all("response.event").get(1).at("/event/item/name").asString()).isEqualTo("find_table");
		String callId = this.harness.all("response.event").get(1).at("/event/item/call_id").asString();
		this.harness.send(output(callId));
		this.harness.send("{'type':'response.create'}");
		this.harness.advance(10_000);
		assertThat(words("output")).contains("noon");
	}

	private static String output(String callId) {
		return "{'type':'response.item.create','item':{'type':'function_call_output','call_id':'" + callId
				+ "','output':'noon'}}";
	}

	private static String commentary(String words) {
		return commentary(words, "null");
	}

	private static String commentary(String words, String delegationId) {
		return "{'type':'session.commentary.append','content':'" + words + "','delegation_id':" + delegationId + "}";
	}

	private void open(SimulatorModel model, SimulatorVoice voice) {
		this.harness = SessionHarness.open(SessionRequest.live(), model, voice);
	}

	private String words(String side) {
		StringBuilder words = new StringBuilder();
		this.harness.all("session." + side + "_transcript.delta")
			.forEach((event) -> words.append(event.path("delta").asString()));
		return words.toString();
	}

	private static int loudest(List<ObjectNode> deltas) {
		int loudest = 0;
		for (ObjectNode delta : deltas) {
			for (byte sample : Base64.getDecoder().decode(delta.path("delta").asString())) {
				loudest = Math.max(loudest, Math.abs(sample));
			}
		}
		return loudest;
	}

}
