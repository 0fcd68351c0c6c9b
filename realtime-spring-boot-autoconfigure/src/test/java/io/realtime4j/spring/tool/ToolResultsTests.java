package io.realtime4j.spring.tool;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.realtime4j.tool.ToolException;
import io.realtime4j.tool.ToolResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link ToolResults} and {@link UntellableTypes}.
 */
class ToolResultsTests {

	private final ToolBeans tools = new ToolBeans(Desk.class);

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			mono          | fine
			monoOfValue   | {"guests":2}
			emptyMono     | null
			monoOfNothing | Done.
			flux          | ["a","b"]
			publisher     | [1,2]
			flow          | ["x"]
			callable      | called
			future        | from a thread
			nested        | deep
			futureOfVoid  | Done.
			stageOfVoid   | Done.
			nothing       | Done.
			boxedVoid     | Done.
			stream        | ["a","b"]
			intStream     | [1,2,3]
			iterator      | [1]
			optional      | there
			object        | fine
			toolResult    | as it is
			resultLater   | as it is
			""")
	void whatIsGivenIsTold(String name, String told) throws Exception {
		assertThat(this.tools.call(name, "{}")).isEqualTo(told);
	}

	@ParameterizedTest
	@ValueSource(strings = { "failedMono", "failedFuture", "failedCallable", "failedFlux" })
	void failureOfWhatComesLaterIsItsCause(String name) {
		assertThat(catchThrowable(() -> this.tools.call(name, "{}")))
			.extracting(NestedExceptionUtils::getMostSpecificCause)
			.isInstanceOf(ToolException.class)
			.extracting(Throwable::getMessage)
			.isEqualTo("The kitchen is closed.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "endlessFlux", "endlessStream" })
	void whatHasNoEndIsNotWaitedFor(String name) {
		assertThat(catchThrowable(() -> this.tools.call(name, "{}")))
			.extracting(NestedExceptionUtils::getMostSpecificCause)
			.extracting(Throwable::getMessage)
			.isEqualTo("There are more than 1000 results. Ask for fewer.");
	}

	@Test
	void subscriptionIsCancelledWhenNobodyWaitsAnyMore() throws Exception {
		Desk.cancelled = new CompletableFuture<>();
		io.realtime4j.tool.CallableTool tool = this.tools.tool("silentMono");
		CompletableFuture<ToolResult> result = this.tools.start("silentMono", "{}");
		tool.abandon(result);
		assertThat(Desk.cancelled).isCompletedWithValue("mono");
		assertThatExceptionOfType(CancellationException.class).isThrownBy(result::join);
	}

	@Test
	void futureOfTheApplicationIsCancelledToo() throws Exception {
		Desk.pending = new CompletableFuture<>();
		CompletableFuture<ToolResult> result = this.tools.start("pendingStage", "{}");
		this.tools.tool("pendingStage").abandon(result);
		assertThat(Desk.pending).isCancelled();
	}

	@Test
	void blockedFutureIsCancelledWithItsThread() throws Exception {
		Desk.pending = new CompletableFuture<>();
		Desk.blocked = new FutureTask<>(() -> "never");
		CompletableFuture<Throwable> thrown = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			try {
				this.tools.call("blockedFuture", "{}");
			}
			catch (Throwable ex) {
				thrown.complete(ex);
			}
		});
		thread.start();
		thread.interrupt();
		assertThat(thrown.join()).isInstanceOf(InterruptedException.class);
		assertThat(Desk.blocked.isCancelled()).isTrue();
	}

	@Test
	void memberThatMeansNothingFailsInsteadOfBeingTold() {
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> this.tools.call("hidden", "{}"))
			.withMessageContaining("means nothing to a model");
		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(() -> this.tools.start("hiddenStream", "{}").join())
			.withMessageContaining("means nothing to a model");
	}

	@ParameterizedTest
	@CsvSource({ "Streams, java.io.InputStream", "Resources, org.springframework.core.io.Resource",
			"LaterBytes, byte[]", "Threads, java.lang.Thread" })
	void whatCannotBeToldStopsTheStart(String type, String untellable) throws Exception {
		ToolBeans tools = new ToolBeans(Class.forName(ToolResultsTests.class.getName() + "$" + type));
		assertThatExceptionOfType(ToolDefinitionException.class).isThrownBy(() -> tools.tool("wrong"))
			.withMessageContaining(type + ".wrong()")
			.withMessageContaining("bean 'tools' gives a " + untellable + ", which cannot be sent to the model")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("ToolResult"));
	}

	static class Desk {

		static CompletableFuture<String> cancelled = new CompletableFuture<>();

		static CompletableFuture<String> pending = new CompletableFuture<>();

		static FutureTask<String> blocked = new FutureTask<>(() -> "");

		@RealtimeTool
		Mono<String> mono() {
			return Mono.just("fine");
		}

		@RealtimeTool
		Mono<Map<String, Integer>> monoOfValue() {
			return Mono.just(Map.of("guests", 2));
		}

		@RealtimeTool
		Mono<String> emptyMono() {
			return Mono.empty();
		}

		@RealtimeTool
		Mono<Void> monoOfNothing() {
			return Mono.empty();
		}

		@RealtimeTool
		Mono<String> failedMono() {
			return Mono.error(new ToolException("The kitchen is closed."));
		}

		@RealtimeTool
		Mono<String> silentMono() {
			return Mono.<String>never().doOnCancel(() -> cancelled.complete("mono"));
		}

		@RealtimeTool
		Flux<String> flux() {
			return Flux.just("a", "b");
		}

		@RealtimeTool
		Flux<String> failedFlux() {
			return Flux.concat(Flux.just("a"), Flux.error(new ToolException("The kitchen is closed.")));
		}

		@RealtimeTool
		Flux<Integer> endlessFlux() {
			return Flux.range(1, Integer.MAX_VALUE);
		}

		@RealtimeTool
		Publisher<Integer> publisher() {
			return Flux.just(1, 2);
		}

		@RealtimeTool
		Flow.Publisher<String> flow() {
			return JdkFlowAdapter.publisherToFlowPublisher(Flux.just("x"));
		}

		@RealtimeTool
		Callable<String> callable() {
			return () -> "called";
		}

		@RealtimeTool
		Callable<String> failedCallable() {
			return () -> {
				throw new ToolException("The kitchen is closed.");
			};
		}

		@RealtimeTool
		Future<String> future() {
			FutureTask<String> task = new FutureTask<>(() -> "from a thread");
			new Thread(task).start();
			return task;
		}

		@RealtimeTool
		Future<String> failedFuture() {
			FutureTask<String> task = new FutureTask<>(() -> {
				throw new ToolException("The kitchen is closed.");
			});
			task.run();
			return task;
		}

		@RealtimeTool
		Future<String> blockedFuture() {
			return blocked;
		}

		@RealtimeTool
		Callable<CompletionStage<Optional<Mono<String>>>> nested() {
			return () -> CompletableFuture.completedFuture(Optional.of(Mono.just("deep")));
		}

		@RealtimeTool
		CompletableFuture<Void> futureOfVoid() {
			return CompletableFuture.completedFuture(null);
		}

		@RealtimeTool
		CompletionStage<Void> stageOfVoid() {
			return CompletableFuture.completedStage(null);
		}

		@RealtimeTool
		CompletionStage<String> pendingStage() {
			return pending;
		}

		@RealtimeTool
		void nothing() {
		}

		@RealtimeTool
		Void boxedVoid() {
			return null;
		}

		@RealtimeTool
		Stream<String> stream() {
			return Stream.of("a", "b");
		}

		@RealtimeTool
		IntStream intStream() {
			return IntStream.rangeClosed(1, 3);
		}

		@RealtimeTool
		Stream<Integer> endlessStream() {
			return Stream.generate(() -> 1);
		}

		@RealtimeTool
		Iterator<Integer> iterator() {
			return List.of(1).iterator();
		}

		@RealtimeTool
		Optional<String> optional() {
			return Optional.of("there");
		}

		@RealtimeTool
		Object object() {
			return Mono.just("fine");
		}

		@RealtimeTool
		ToolResult toolResult() {
			return ToolResult.text("as it is");
		}

		@RealtimeTool
		Mono<ToolResult> resultLater() {
			return Mono.just(ToolResult.text("as it is"));
		}

		@RealtimeTool
		Map<String, Object> hidden() {
			return Map.of("later", Mono.just("fine"));
		}

		@RealtimeTool
		CompletionStage<Object> hiddenStream() {
			return CompletableFuture.completedFuture(new ByteArrayInputStream(new byte[3]));
		}

	}

	static class Streams {

		@RealtimeTool
		InputStream wrong() {
			return new ByteArrayInputStream(new byte[3]);
		}

	}

	static class Resources {

		@RealtimeTool
		Optional<Resource> wrong() {
			return Optional.of(new ByteArrayResource(new byte[3]));
		}

	}

	static class LaterBytes {

		@RealtimeTool
		Mono<byte[]> wrong() {
			return Mono.empty();
		}

	}

	static class Threads {

		@RealtimeTool
		List<Thread> wrong() {
			return List.of();
		}

	}

}
