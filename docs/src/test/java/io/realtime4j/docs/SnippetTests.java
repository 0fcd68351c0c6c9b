package io.realtime4j.docs;

import java.io.IOException;
import java.net.URLClassLoader;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the Java of the documentation compiles and runs as it stands, with the
 * simulator and without a key.
 */
class SnippetTests {

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

	static Stream<Snippet> statementsRun() {
		return java().stream().filter((snippet) -> !snippet.isFile() && !snippet.needsDevice());
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
		return Pages.snippets()
			.stream()
			.filter((snippet) -> snippet.is("java") && !prelude.subList(0, 2).contains(snippet))
			.toList();
	}

}
