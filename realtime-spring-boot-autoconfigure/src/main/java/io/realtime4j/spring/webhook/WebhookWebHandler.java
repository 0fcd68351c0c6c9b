package io.realtime4j.spring.webhook;

import java.util.List;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * Handler for webhooks in reactive applications.
 *
 * @since 0.1.0
 */
public final class WebhookWebHandler implements WebHandler {

	private final WebhookReceiver<?> receiver;

	/**
	 * Create a handler.
	 * @param receiver receives the webhooks
	 */
	public WebhookWebHandler(WebhookReceiver<?> receiver) {
		this.receiver = receiver;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		if (!HttpMethod.POST.equals(request.getMethod())) {
			return Mono.error(new MethodNotAllowedException(request.getMethod(), List.of(HttpMethod.POST)));
		}
		// The memory of webhooks may be one that blocks
		return DataBufferUtils.join(request.getBody(), this.receiver.maxSize())
			.map(WebhookWebHandler::bytes)
			.defaultIfEmpty(new byte[0])
			.publishOn(Schedulers.boundedElastic())
			.map((body) -> this.receiver.receive(request.getHeaders()::getFirst, body))
			.onErrorReturn(DataBufferLimitException.class, HttpStatus.CONTENT_TOO_LARGE)
			.flatMap((status) -> {
				exchange.getResponse().setStatusCode(status);
				return exchange.getResponse().setComplete();
			});
	}

	private static byte[] bytes(DataBuffer buffer) {
		try {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			return bytes;
		}
		finally {
			DataBufferUtils.release(buffer);
		}
	}

}
