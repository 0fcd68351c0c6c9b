package io.realtime4j.session.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.realtime4j.transport.ConnectFailed;
import io.realtime4j.transport.ConnectionRequest;

/**
 * Begins connections with the credentials of the moment.
 */
final class Connector {

	private final SessionEnvironment environment;

	private final SessionProtocol<?> protocol;

	private final SessionExecution execution;

	Connector(SessionEnvironment environment, SessionProtocol<?> protocol, SessionExecution execution) {
		this.environment = environment;
		this.protocol = protocol;
		this.execution = execution;
	}

	void connect(SessionConnection<?> connection) {
		Supplier<Map<String, String>> headers = this.environment.endpoint().headers();
		if (headers instanceof BoundHeaders) {
			connectAsync(connection, () -> !connection.isEnded());
		}
		else {
			connect(connection, headers);
		}
	}

	/**
	 * Connect on another thread, since asking for credentials may take long and must not
	 * block the timer.
	 */
	void connectAsync(SessionConnection<?> connection, BooleanSupplier wanted) {
		Supplier<Map<String, String>> headers = this.environment.endpoint().headers();
		FutureTask<Map<String, String>> asking = new FutureTask<>(headers::get);
		connection.begin(asking);
		this.execution.async(() -> {
			asking.run();
			this.execution.run(() -> {
				if (!asking.isCancelled() && wanted.getAsBoolean()) {
					connect(connection, () -> result(asking));
				}
			});
		}, executor(headers));
	}

	private SessionExecutor executor(Supplier<Map<String, String>> headers) {
		Executor own = (headers instanceof BoundHeaders bound) ? bound.executor() : null;
		SessionExecutor listeners = this.execution.listenerExecutor();
		return (own != null) ? listeners.on(own) : listeners;
	}

	private static Map<String, String> result(FutureTask<Map<String, String>> asked) {
		try {
			return asked.get();
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void connect(SessionConnection<?> connection, Supplier<Map<String, String>> credentials) {
		try {
			Map<String, String> headers = new HashMap<>(credentials.get());
			headers.putAll(this.protocol.headers());
			connection.connect(this.environment.transport(),
					new ConnectionRequest(this.protocol.uri(this.environment.endpoint().root()), headers, List.of(),
							this.environment.timeouts().connect()));
		}
		catch (RuntimeException ex) {
			// Its message may hold credentials
			connection.abort(new ConnectFailed("the connection could not be started (" + ex.getClass().getName() + ")",
					ex instanceof IllegalArgumentException));
		}
	}

}
