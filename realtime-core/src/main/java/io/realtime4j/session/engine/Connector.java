package io.realtime4j.session.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
		connection.begin();
		this.execution.async(() -> {
			Supplier<Map<String, String>> headers = evaluate(this.environment.endpoint().headers());
			this.execution.run(() -> {
				if (wanted.getAsBoolean()) {
					connect(connection, headers);
				}
			});
		});
	}

	private static Supplier<Map<String, String>> evaluate(Supplier<Map<String, String>> headers) {
		try {
			Map<String, String> values = headers.get();
			return () -> values;
		}
		catch (RuntimeException ex) {
			return () -> {
				throw ex;
			};
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
