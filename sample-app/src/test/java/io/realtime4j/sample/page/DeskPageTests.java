package io.realtime4j.sample.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.realtime4j.audio.AudioLevel;
import io.realtime4j.audio.Pcm;
import io.realtime4j.audio.WavFile;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.simulator.RealtimeSimulator;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "realtime.api-key=", "realtime.simulator.pace=4" })
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class DeskPageTests {

	@LocalServerPort
	private int port;

	@Autowired
	private RealtimeSimulator simulator;

	@Autowired
	private RealtimeSession session;

	private PageClient page;

	@BeforeEach
	void openPage() throws Exception {
		this.page = new PageClient(this.port);
		eventually(() -> assertThat(this.page.seen("state")).last()
			.satisfies((state) -> assertThat(state.path("state").asString()).isEqualTo("open")));
	}

	@AfterEach
	void closePage() {
		this.page.close();
	}

	@Test
	void theStateNamesTheSimulator() {
		assertThat(last("state").path("words").asString())
			.isEqualTo("Connected to the built-in simulator (gpt-realtime)");
	}

	@Test
	void aWrittenQuestionIsAnsweredInWordsAndAloud() throws Exception {
		say("Hello!");
		eventually(() -> assertThat(this.page.types()).contains("response.done"));
		eventually(() -> assertThat(words("desk")).startsWith("Hello! I am the simulator."));
		assertThat(words("guest")).isEqualTo("Hello!");
		assertThat(this.page.seen("caption")).as("the answer grows")
			.filteredOn((caption) -> caption.path("speaker").asString().equals("desk"))
			.hasSizeGreaterThan(3);
		byte[] speech = speech();
		assertThat(Pcm.of(24_000, speech).millis()).isBetween(1500L, 8000L);
		assertThat(AudioLevel.of(speech).rms()).isBetween(-40.0, -6.0);
		assertThat(last("latency").path("millis").asLong()).isPositive();
		assertThat(last("tokens").path("total").asLong()).isPositive();
	}

	@Test
	void theProtocolIsShownWithoutAudio() throws Exception {
		say("Hello!");
		eventually(() -> assertThat(this.page.types()).contains("response.output_audio.delta", "response.done"));
		JsonNode row = this.page.seen("event")
			.stream()
			.filter((event) -> event.path("type").asString().equals("response.output_audio.delta"))
			.findFirst()
			.orElseThrow();
		assertThat(row.path("size").asInt()).isGreaterThan(1000);
		assertThat(row.path("details").asString()).contains("characters of audio]").hasSizeLessThan(1000);
	}

	@Test
	void aTableIsBookedByTool() throws Exception {
		say("Book a table for Ada, four people, tomorrow at 7 pm");
		eventually(() -> assertThat(words("desk")).contains("Booked: a table for 4"));
		assertThat(words("call")).startsWith("book_table {\"name\":\"Ada\"");
		assertThat(words("result")).startsWith("Booked: a table for 4");
		JsonNode booking = last("bookings").path(0);
		assertThat(booking.path("name").asString()).isEqualTo("Ada");
		assertThat(booking.path("at").asString()).contains("T19:00");
	}

	@Test
	void aCancellationWaitsForApproval() throws Exception {
		say("Book a table for Ada, four people, tomorrow at 7 pm");
		eventually(() -> assertThat(words("desk")).contains("Booked: a table for 4"));
		say("Cancel the reservation for Ada");
		eventually(() -> assertThat(this.page.seen("approval")).hasSize(1));
		assertThat(last("approval").path("tool").asString()).isEqualTo("cancel_booking");
		assertThat(last("bookings")).hasSize(1);
		Map<String, Object> yes = Map.of("id", last("approval").path("id").asString(), "approve", true);
		assertThat(this.page.postJson("approvals", yes).statusCode()).isEqualTo(202);
		eventually(() -> assertThat(words("desk")).contains("Cancelled: the table for 4"));
		assertThat(last("bookings")).isEmpty();
		assertThat(last("approval").path("open").asBoolean()).isFalse();
		assertRefused(this.page.postJson("approvals", yes), 400, "decided already");
	}

	@Test
	void aSpokenQuestionIsHeardAndAnsweredAtItsPlace() throws Exception {
		this.simulator.nextTranscript("Do you have a big garden?");
		Pcm question = WavFile.read(new ClassPathResource("audio/question.wav").getInputStream());
		byte[] pcm = question.resample(48_000).audio().bytes();
		for (int start = 0; start < pcm.length; start += 9600) {
			byte[] piece = Arrays.copyOfRange(pcm, start, Math.min(pcm.length, start + 9600));
			assertThat(this.page.post("microphone?rate=48000", "application/octet-stream", piece).statusCode())
				.isEqualTo(202);
		}
		this.page.postJson("microphone/end", Map.of());
		eventually(() -> assertThat(words("guest")).isEqualTo("Do you have a big garden?"));
		eventually(() -> assertThat(this.page.types()).contains("response.done"));
		JsonNode answer = caption("desk");
		assertThat(answer.path("after").asString()).isEqualTo(caption("guest").path("item").asString());
		assertThat(this.page.seen("silence")).isNotEmpty();
	}

	@Test
	void anAnswerCanBeStopped() throws Exception {
		say("Tell me a long story");
		eventually(() -> assertThat(this.page.seen("audio")).hasSizeGreaterThan(2));
		JsonNode sound = last("audio");
		this.page.postJson("stop", Map.of("item", sound.path("item").asString(), "content", 0, "heardMillis", 300));
		eventually(() -> assertThat(caption("desk").path("state").asString()).isEqualTo("interrupted"));
		eventually(() -> assertThat(this.page.types()).contains("conversation.item.truncated"));
		assertThat(this.page.seen("problem")).isEmpty();
	}

	@Test
	void aLatePageSeesWhatWasSaid() throws Exception {
		say("Hello!");
		eventually(() -> assertThat(this.page.types()).contains("response.done"));
		try (PageClient late = new PageClient(this.port)) {
			eventually(() -> assertThat(late.seen("now")).hasSize(1));
			assertThat(late.types()).contains("session.created", "response.done");
			assertThat(late.seen("caption")).extracting((caption) -> caption.path("speaker").asString())
				.containsExactly("guest", "desk");
			assertThat(late.seen("audio")).isEmpty();
		}
	}

	@Test
	void nonsenseIsRefusedInWords() throws Exception {
		assertRefused(this.page.postJson("text", Map.of("text", "  ")), 400, "There is nothing to say");
		assertRefused(this.page.postJson("text", Map.of()), 400, "There is nothing to say");
		assertRefused(this.page.postJson("text", Map.of("text", "x".repeat(4001))), 400, "may have 4000 characters");
		assertRefused(this.page.post("microphone?rate=3", "application/octet-stream", new byte[2]), 400, "Hz");
	}

	@Test
	void theLossOfTheConnectionAndTheEndOfTheSessionAreSaidInWords() throws Exception {
		this.simulator.close();
		eventually(() -> assertThat(last("state").path("state").asString()).isEqualTo("connecting"));
		assertThat(last("state").path("words").asString()).contains("Trying again");
		this.session.close();
		eventually(() -> assertThat(last("state").path("state").asString()).isEqualTo("closed"));
		eventually(() -> assertThat(last("state").path("words").asString()).contains("Start the application again"));
		assertThat(this.session.closed()).isDone();
		assertRefused(this.page.postJson("text", Map.of("text", "Hello?")), 503, "closed");
	}

	@Test
	void thePageIsServed() throws Exception {
		HttpResponse<String> index = get("/");
		assertThat(index.statusCode()).isEqualTo(200);
		assertThat(index.body()).contains("js/main.js").doesNotContain("http:", "https:");
		for (String module : List.of("main", "approvals", "conversation", "speaker", "microphone", "recorder",
				"protocol")) {
			assertThat(get("/js/" + module + ".js").statusCode()).isEqualTo(200);
		}
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path)).build(),
					HttpResponse.BodyHandlers.ofString());
	}

	private void say(String text) throws IOException, InterruptedException {
		assertThat(this.page.postJson("text", Map.of("text", text)).statusCode()).isEqualTo(202);
	}

	private byte[] speech() {
		ByteArrayOutputStream pcm = new ByteArrayOutputStream();
		this.page.seen("audio")
			.forEach((sound) -> pcm.writeBytes(Base64.getDecoder().decode(sound.path("pcm").asString())));
		return pcm.toByteArray();
	}

	private String words(String speaker) {
		return caption(speaker).path("text").asString();
	}

	private JsonNode caption(String speaker) {
		List<JsonNode> captions = this.page.seen("caption")
			.stream()
			.filter((caption) -> caption.path("speaker").asString().equals(speaker))
			.toList();
		assertThat(captions).isNotEmpty();
		return captions.get(captions.size() - 1);
	}

	private JsonNode last(String event) {
		List<JsonNode> messages = this.page.seen(event);
		assertThat(messages).isNotEmpty();
		return messages.get(messages.size() - 1);
	}

	private static void assertRefused(HttpResponse<String> response, int status, String reason) {
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.body()).contains("\"detail\"").contains(reason);
	}

	private static void eventually(ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
	}

}
