package io.realtime4j.spring.tool;

import java.util.concurrent.CompletableFuture;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.ReactiveAdapter;

/**
 * Waits for what publishers publish, without a thread.
 */
final class Publishers {

	private Publishers() {
	}

	static CompletableFuture<?> collect(ReactiveAdapter adapter, Object value) {
		Publisher<?> publisher = adapter.toPublisher(value);
		if (!adapter.isMultiValue()) {
			return Mono.from(publisher).toFuture();
		}
		return Flux.from(publisher).take(ToolResults.MAX_ELEMENTS + 1L).collectList().map((elements) -> {
			if (elements.size() > ToolResults.MAX_ELEMENTS) {
				throw ToolResults.tooMany();
			}
			return elements;
		}).toFuture();
	}

}
