package io.realtime4j.spring.tool;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.BaseStream;

import io.realtime4j.tool.ToolException;
import io.realtime4j.tool.ToolResult;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.util.ClassUtils;

/**
 * Tells the model what methods give: values at once, and those that come later, by
 * whatever type of the JDK or of a reactive library, when they are there.
 */
class ToolResults {

	/**
	 * How many elements of a stream are told at most.
	 */
	static final int MAX_ELEMENTS = 1000;

	private static final boolean REACTIVE = ClassUtils.isPresent("reactor.core.publisher.Flux",
			ToolResults.class.getClassLoader());

	private static final ToolResult DONE = ToolResult.text("Done.");

	private final JsonMapper json;

	ToolResults(JsonMapper json) {
		this.json = json.rebuild().addModule(new UntellableTypes.JacksonModule()).build();
	}

	/**
	 * Return what a value says, when it is there.
	 * @param value what a method gave
	 * @param empty whether nothing is all that there can be
	 * @return the result; to cancel it cancels what it waits for
	 * @throws Exception if the value cannot be had
	 */
	CompletableFuture<ToolResult> tell(@Nullable Object value, boolean empty) throws Exception {
		if (value instanceof CompletionStage<?> stage) {
			return linked(stage.toCompletableFuture(), empty);
		}
		if (value instanceof Callable<?> callable) {
			return tell(callable.call(), empty);
		}
		if (value instanceof Future<?> future) {
			return tell(await(future), empty);
		}
		if (value instanceof Optional<?> optional) {
			return tell(optional.orElse(null), empty);
		}
		if (value instanceof BaseStream<?, ?> stream) {
			try (stream) {
				return tell(listOf(stream.iterator()), empty);
			}
		}
		if (value instanceof Iterator<?> iterator) {
			return tell(listOf(iterator), empty);
		}
		ReactiveAdapter adapter = (value != null && REACTIVE)
				? ReactiveAdapterRegistry.getSharedInstance().getAdapter(null, value) : null;
		if (adapter != null && value != null) {
			return linked(Publishers.collect(adapter, value), empty || adapter.isNoValue());
		}
		return CompletableFuture.completedFuture(result(value, empty));
	}

	private CompletableFuture<ToolResult> linked(CompletableFuture<?> source, boolean empty) {
		CompletableFuture<ToolResult> result = source.thenCompose(unchecked((value) -> tell(value, empty)));
		result.whenComplete((told, error) -> {
			if (result.isCancelled()) {
				source.cancel(true);
			}
		});
		return result;
	}

	private static Function<@Nullable Object, CompletableFuture<ToolResult>> unchecked(Telling telling) {
		return (value) -> {
			try {
				return telling.tell(value);
			}
			catch (Exception ex) {
				return CompletableFuture.failedFuture(ex);
			}
		};
	}

	// On the thread of the tool, which is interrupted when nobody waits any more
	private static @Nullable Object await(Future<?> future) throws Exception {
		try {
			return future.get();
		}
		catch (InterruptedException ex) {
			future.cancel(true);
			throw ex;
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof Exception cause) ? cause : ex;
		}
	}

	private static List<@Nullable Object> listOf(Iterator<?> elements) {
		List<@Nullable Object> list = new ArrayList<>();
		while (elements.hasNext()) {
			if (list.size() == MAX_ELEMENTS) {
				throw tooMany();
			}
			list.add(elements.next());
		}
		return list;
	}

	static ToolException tooMany() {
		return new ToolException("There are more than " + MAX_ELEMENTS + " results. Ask for fewer.");
	}

	private ToolResult result(@Nullable Object value, boolean empty) {
		if (value instanceof ToolResult result) {
			return result;
		}
		if (value instanceof CharSequence text) {
			return ToolResult.text(text.toString());
		}
		boolean nothing = (value == null && empty) || UntellableTypes.isUnit(value);
		return nothing ? DONE : ToolResult.text(this.json.writeValueAsString(value));
	}

	/**
	 * Tells a value.
	 */
	@FunctionalInterface
	private interface Telling {

		CompletableFuture<ToolResult> tell(@Nullable Object value) throws Exception;

	}

}
