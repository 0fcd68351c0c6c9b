package io.realtime4j.benchmarks.conversation;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.helpers.RealtimeWebSocketOptions;
import io.realtime4j.simulator.RealtimeSimulator;
import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.voice.ToneVoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The {@code RealtimeConnection} of the official Java SDK talks to the simulator.
 */
class OpenAiJavaConversationTests {

	private static final String TEXT = "{'type':'realtime','output_modalities':['text']}";

	private static final String TOOLS = "{'type':'realtime','output_modalities':['text'],'tools':["
			+ "{'type':'function','name':'get_weather','parameters':{'type':'object'}},"
			+ "{'type':'function','name':'get_time','parameters':{'type':'object'}}]}";

	private static final String SPEECH = "{'type':'realtime','audio':{'input':{'transcription':"
			+ "{'model':'gpt-4o-mini-transcribe'},'turn_detection':{'type':'server_vad'}}}}";

	private final RealtimeSimulator simulator = RealtimeSimulator.builder().voice(new ToneVoice()).start();

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void textIsAnswered() {
		this.simulator.nextResponse("Good morning.");
		try (OpenAiJavaConversation talk = OpenAiJavaConversation.open(this.simulator, TEXT)) {
			talk.say("Hello");
			JsonNode response = talk.answer();
			assertThat(response.path("status").asText()).isEqualTo("completed");
			assertThat(response.at("/output/0/content/0/text").asText()).isEqualTo("Good morning.");
			assertThat(talk.all("response.output_text.delta")).extracting((event) -> event.path("delta").asText())
				.containsExactly("Good", " morning", ".");
			assertThat(talk.await("rate_limits.updated").at("/rate_limits/0/name").asText()).isEqualTo("tokens");
		}
	}

	@Test
	void speechIsHeardAndAnsweredInSpeech() {
		this.simulator.nextTranscript("What time is it?");
		this.simulator.nextResponse("It is noon.");
		try (OpenAiJavaConversation talk = OpenAiJavaConversation.open(this.simulator, SPEECH)) {
			talk.speak();
			JsonNode item = talk.await("response.done").at("/response/output/0");
			assertThat(item.at("/content/0/transcript").asText()).isEqualTo("It is noon.");
			assertThat(talk.all("response.output_audio.delta")).isNotEmpty();
			assertThat(talk.all("input_audio_buffer.speech_started")).hasSize(1);
			assertThat(talk.all("conversation.item.input_audio_transcription.completed")).singleElement()
				.extracting((event) -> event.path("transcript").asText())
				.isEqualTo("What time is it?");
		}
	}

	@Test
	void toolIsCalled() {
		this.simulator.nextResponse(ModelReply.builder().call("get_weather", "{\"city\":\"Paris\"}").build());
		this.simulator.nextResponse("It is sunny.");
		try (OpenAiJavaConversation talk = OpenAiJavaConversation.open(this.simulator, TOOLS)) {
			talk.say("How is the weather?");
			JsonNode call = talk.answer().at("/output/0");
			assertThat(call.path("name").asText()).isEqualTo("get_weather");
			assertThat(call.path("arguments").asText()).isEqualTo("{\"city\":\"Paris\"}");
			answerCall(talk, call);
			assertThat(talk.answer().at("/output/0/content/0/text").asText()).isEqualTo("It is sunny.");
		}
	}

	@Test
	void twoToolsAreCalledAtOnce() {
		this.simulator.nextResponse(ModelReply.builder().call("get_weather", "{}").call("get_time", "{}").build());
		this.simulator.nextResponse("Sunny, and noon.");
		try (OpenAiJavaConversation talk = OpenAiJavaConversation.open(this.simulator, TOOLS)) {
			talk.say("Weather and time?");
			JsonNode calls = talk.answer().path("output");
			assertThat(calls).extracting((call) -> call.path("name").asText())
				.containsExactly("get_weather", "get_time");
			answerCall(talk, calls.get(1));
			answerCall(talk, calls.get(0));
			assertThat(talk.answer().at("/output/0/content/0/text").asText()).isEqualTo("Sunny, and noon.");
		}
	}

	@Test
	void speechInterruptsAnAnswerThatIsThenTruncated() {
		this.simulator.nextResponse(ModelReply.builder()
			.text("Once upon a time there was a king. He had three daughters. They lived far away.")
			.wordPause(Duration.ofMillis(200))
			.build());
		try (OpenAiJavaConversation talk = OpenAiJavaConversation.open(this.simulator, SPEECH)) {
			talk.say("Tell me a story");
			talk.send("{'type':'response.create'}");
			String itemId = talk.await("response.output_audio.delta").path("item_id").asText();
			talk.speak();
			JsonNode response = talk.await("response.done").path("response");
			assertThat(response.path("status").asText()).isEqualTo("cancelled");
			assertThat(response.at("/status_details/reason").asText()).isEqualTo("turn_detected");
			talk.send("{'type':'conversation.item.truncate','item_id':'" + itemId
					+ "','content_index':0,'audio_end_ms':100}");
			assertThat(talk.await("conversation.item.truncated").path("audio_end_ms").asInt()).isEqualTo(100);
			talk.send("{'type':'conversation.item.retrieve','item_id':'" + itemId + "'}");
			assertThat(talk.await("conversation.item.retrieved").at("/item/content/0/transcript").asText()).isEmpty();
		}
	}

	@Test
	void historyIsWrittenAndCut() {
		try (OpenAiJavaConversation talk = OpenAiJavaConversation.open(this.simulator, TEXT)) {
			talk.send("{'type':'conversation.item.create','item':{'id':'msg_1','type':'message','role':'user',"
					+ "'content':[{'type':'input_text','text':'I am Ann.'}]}}");
			talk.send("{'type':'conversation.item.create','item':{'id':'msg_2','type':'message','role':'assistant',"
					+ "'content':[{'type':'output_text','text':'Hi Ann.'}]}}");
			talk.send("{'type':'conversation.item.create','previous_item_id':'root','item':{'id':'msg_0',"
					+ "'type':'message','role':'system','content':[{'type':'input_text','text':'Be kind.'}]}}");
			talk.send("{'type':'conversation.item.delete','item_id':'msg_2'}");
			talk.await("conversation.item.deleted");
			assertThat(talk.all("conversation.item.added")).extracting((event) -> event.at("/item/id").asText())
				.isEqualTo(List.of("msg_1", "msg_2", "msg_0"));
			talk.answer();
			assertThat(talk.all("conversation.item.added").get(3).path("previous_item_id").asText()).isEqualTo("msg_1");
		}
	}

	@Test
	void errorsAndFailuresLeaveTheSessionGoing() {
		this.simulator.nextResponse(ModelReply.builder()
			.failed("insufficient_quota", "insufficient_quota", "You exceeded your current quota.")
			.build());
		try (OpenAiJavaConversation talk = OpenAiJavaConversation.open(this.simulator, TEXT)) {
			talk.send("{'type':'conversation.item.delete','event_id':'e1','item_id':'item_nowhere'}");
			JsonNode error = talk.await("error").path("error");
			assertThat(error.path("event_id").asText()).isEqualTo("e1");
			assertThat(error.path("code").asText()).isEqualTo("item_delete_invalid_item_id");
			JsonNode failed = talk.answer();
			assertThat(failed.path("status").asText()).isEqualTo("failed");
			assertThat(failed.at("/status_details/error/code").asText()).isEqualTo("insufficient_quota");
			assertThat(talk.answer().path("status").asText()).isEqualTo("completed");
		}
	}

	@Test
	void speechIsWrittenDown() {
		this.simulator.nextTranscript("Write this down.");
		RealtimeWebSocketOptions options = RealtimeWebSocketOptions.builder().transcription().build();
		try (OpenAiJavaConversation talk = new OpenAiJavaConversation(this.simulator, options)) {
			assertThat(talk.await("session.created").at("/session/type").asText()).isEqualTo("transcription");
			talk.send("{'type':'session.update','session':{'type':'transcription','audio':{'input':{'transcription':"
					+ "{'model':'gpt-4o-mini-transcribe'}}}}}");
			talk.await("session.updated");
			talk.speak();
			assertThat(talk.await("conversation.item.input_audio_transcription.completed").path("transcript").asText())
				.isEqualTo("Write this down.");
			assertThat(talk.all("response.created")).isEmpty();
		}
	}

	private static void answerCall(OpenAiJavaConversation talk, JsonNode call) {
		talk.send("{'type':'conversation.item.create','item':{'type':'function_call_output','call_id':'"
				+ call.path("call_id").asText() + "','output':'done'}}");
	}

}
