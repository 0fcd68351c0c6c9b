package io.realtime4j.docs;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.realtime4j.audio.WavFile;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.speech.Answer;
import io.realtime4j.speech.Transcript;
import io.realtime4j.spring.bridge.BridgeConnection;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the Java of the documentation and the examples of the Javadoc compile and
 * run as they stand, with the simulator and without a key.
 */
@ExtendWith(OutputCaptureExtension.class)
class SnippetTests {

	private static final Path GREETING = Path.of("greeting.wav");

	private static final SnippetCompiler COMPILER = SnippetCompiler.compile(java());

	private static final URLClassLoader LOADER = COMPILER.loader();

	private static Statements statements;

	@BeforeAll
	static void start() throws IOException {
		Thread.currentThread().setContextClassLoader(LOADER);
		statements = new Statements();
	}

	@AfterAll
	static void stop() throws IOException {
		statements.close();
		Thread.currentThread().setContextClassLoader(SnippetTests.class.getClassLoader());
		LOADER.close();
	}

	@Test
	void allJavaCompilesWithoutWarnings() {
		assertThat(COMPILER.problems()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource
	void statementsRun(Snippet snippet) throws Exception {
		statements.run(SnippetApplication.load(LOADER, snippet.className()));
	}

	@ParameterizedTest
	@MethodSource
	void applicationStarts(SnippetApplication application) {
		try (ConfigurableApplicationContext context = application.run(LOADER)) {
			assertThat(context.isRunning()).isTrue();
		}
	}

	@ParameterizedTest
	@MethodSource
	void programRuns(Snippet snippet) throws Exception {
		statements.runProgram(SnippetApplication.load(LOADER, snippet.className()));
	}

	@ParameterizedTest
	@MethodSource
	void testPasses(Snippet snippet) {
		LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
			.selectors(DiscoverySelectors.selectClass(SnippetApplication.load(LOADER, snippet.className())))
			.build();
		SummaryGeneratingListener listener = new SummaryGeneratingListener();
		LauncherFactory.create().execute(request, listener);
		TestExecutionSummary summary = listener.getSummary();
		assertThat(summary.getFailures()).map(TestExecutionSummary.Failure::getException).isEmpty();
		assertThat(summary.getTestsSucceededCount()).isPositive();
	}

	@Test
	void questionIsAnsweredInTextAndSound() throws Exception {
		Answer answer = (Answer) run("docs/verbs.md", "answer.writeWav").get("answer");
		assertThat(answer.text()).isNotBlank();
		assertThat(Path.of("answer.wav")).isNotEmptyFile();
	}

	@Test
	void spokenQuestionIsAnswered() throws Exception {
		assertThat(((Answer) run("docs/verbs.md", "AudioSource question").get("answer")).text()).contains("seconds");
	}

	@Test
	void userHasASessionOfItsOwn() throws Exception {
		statements.page().clear();
		try (RealtimeSession session = (RealtimeSession) run("docs/verbs.md", "\"You serve \" + guest")
			.get("session")) {
			session.ask("Hello").join();
			Awaitility.await().untilAsserted(() -> assertThat(statements.page()).hasSize(1));
		}
	}

	@Test
	void recordingIsTranscribedAndItsSessionClosed() throws Exception {
		List<RealtimeSession> before = List.copyOf(statements.client().sessions());
		Transcript transcript = (Transcript) run("docs/verbs.md", "Transcriber.of(client)").get("transcript");
		assertThat(transcript.text()).contains("seconds of speech");
		assertThat(transcript.segments()).isNotEmpty()
			.allSatisfy((segment) -> assertThat(segment.end()).isGreaterThan(segment.start()));
		Awaitility.await().untilAsserted(() -> assertThat(before).containsAll(statements.client().sessions()));
	}

	@Test
	void codecReadsAndWritesEvents(CapturedOutput output) throws Exception {
		Map<?, ?> results = run("docs/transport.md", "RealtimeCodec.create(Dialect.BETA)");
		assertThat(output.getOut()).contains("Noon.").doesNotContain("Not known yet");
		assertThat((String) results.get("text")).contains("\"What is the time?\"").contains("conversation.item.create");
		assertThat(results.get("beta"))
			.isEqualTo("{\"type\":\"session.update\",\"session\":{\"instructions\":\"Sing.\"}}");
	}

	@Test
	void applicationOfTheReadmeGreets(CapturedOutput output) throws Exception {
		Files.deleteIfExists(GREETING);
		SnippetApplication application = applicationStarts().filter((one) -> one.page().equals("README.md"))
			.findFirst()
			.orElseThrow();
		try (ConfigurableApplicationContext context = application.run(LOADER)) {
			RealtimeSession session = context.getBean(RealtimeSession.class);
			assertThat(WavFile.read(GREETING).millis()).isPositive();
			Awaitility.await().untilAsserted(() -> assertThat(output.getOut()).contains(session.id() + ": "));
		}
	}

	@Test
	void usersWithTokensHaveConversationsOfTheirOwn() throws Exception {
		try (ConfigurableApplicationContext context = applicationWithTokens()) {
			TokenUsers users = TokenUsers.of(context);
			String ann = users.login("ann");
			assertThat(ann).contains("; Path=/realtime; ", "; Secure", "; HttpOnly", "; SameSite=Strict");
			TokenUsers.Page page = users.page(ann);
			String resume = page.start("").path("resume").asString();
			page.send("{\"type\":\"text\",\"text\":\"My name is Ann\"}").await("usage");
			JsonNode ofBob = users.page(users.login("bob")).start(resume);
			assertThat(ofBob.path("resumed").asBoolean()).isFalse();
			assertThat(ofBob.path("history").values()).isEmpty();
			page.vanish();
			JsonNode again = users.page(ann).start(resume);
			assertThat(again.path("resumed").asBoolean()).isTrue();
			assertThat(again.path("history").get(0).path("text").asString()).isEqualTo("My name is Ann");
			assertThat(context.getBean(RealtimeClient.class).sessions()).map(BridgeConnection::of)
				.filteredOn(Objects::nonNull)
				.map(BridgeConnection::user)
				.containsExactlyInAnyOrder("user ann", "user bob");
		}
	}

	@Test
	void nobodyGetsInWithoutAToken() throws Exception {
		try (ConfigurableApplicationContext context = applicationWithTokens()) {
			TokenUsers users = TokenUsers.of(context);
			assertThat(users.refusal("other=1")).isEqualTo(401);
			String expired = TokenUsers.token("ann", Instant.now().minusSeconds(3600));
			assertThat(users.refusal("voice=" + expired)).isEqualTo(401);
			assertThat(users.send("POST", "/voice-login", "X-Other", "1").statusCode()).isEqualTo(401);
			assertThat(users.send("POST", "/voice-login", "Authorization", "Bearer " + expired).statusCode())
				.isEqualTo(401);
			String cookie = users.login("ann");
			assertThat(
					users.send("POST", "/voice-login", "Cookie", cookie.substring(0, cookie.indexOf(';'))).statusCode())
				.as("the cookie is of no use elsewhere")
				.isEqualTo(401);
			assertThat(users.send("GET", "/realtime/realtime-client.js", "X-Other", "1").statusCode()).isEqualTo(200);
		}
	}

	private static ConfigurableApplicationContext applicationWithTokens() {
		return applicationStarts()
			.filter((one) -> one.classNames().stream().anyMatch((name) -> name.endsWith(".TokenSecurity")))
			.findFirst()
			.orElseThrow()
			.run(LOADER, TokenUsers.LoginServer.class);
	}

	private static Map<?, ?> run(String page, String part) throws Exception {
		Snippet snippet = statementsRun().filter((one) -> one.page().equals(page) && one.code().contains(part))
			.findFirst()
			.orElseThrow();
		return statements.run(SnippetApplication.load(LOADER, snippet.className()));
	}

	static Stream<Snippet> statementsRun() {
		return java().stream().filter((snippet) -> !snippet.isFile() && !snippet.needsMore());
	}

	static Stream<SnippetApplication> applicationStarts() {
		return SnippetApplication.all().stream().filter((application) -> application.beans(LOADER).length > 0);
	}

	static Stream<Snippet> programRuns() {
		return java().stream()
			.filter((snippet) -> snippet.isFile() && snippet.code().contains(" main(String[] args)"))
			.filter((snippet) -> !snippet.code().contains("@SpringBootApplication"));
	}

	static Stream<Snippet> testPasses() {
		return java().stream().filter((snippet) -> snippet.isFile() && snippet.code().contains("@Test\n"));
	}

	private static List<Snippet> java() {
		List<Snippet> prelude = Pages.snippets(Prelude.PAGE).stream().filter((snippet) -> snippet.is("java")).toList();
		return Stream.concat(Pages.snippets().stream(), JavadocExamples.all().stream())
			.filter((snippet) -> snippet.is("java") && !prelude.subList(0, 2).contains(snippet))
			.toList();
	}

}
