package io.realtime4j.spring.observation;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.realtime4j.provider.Provider;
import io.realtime4j.spring.operation.EndReasons;
import io.realtime4j.transport.ConnectionEnd;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.HandshakeRefused;
import io.realtime4j.transport.RealtimeTransport;
import io.realtime4j.transport.TransportConnection;

/**
 * Internal transport that observes handshakes, and has them carry the context of the
 * trace.
 *
 * @since 0.1.0
 */
public final class ObservedTransport implements RealtimeTransport {

	private final RealtimeTransport target;

	private final ObservationRegistry registry;

	private final String provider;

	private final HandshakeObservationConvention convention;

	/**
	 * Create a transport.
	 * @param target opens the connections
	 * @param registry the registry
	 * @param provider the provider of the service
	 * @param convention the convention
	 */
	public ObservedTransport(RealtimeTransport target, ObservationRegistry registry, Provider provider,
			HandshakeObservationConvention convention) {
		this.target = target;
		this.registry = registry;
		this.provider = ResponseObservations.nameOf(provider);
		this.convention = convention;
	}

	@Override
	public void connect(ConnectionRequest request, ConnectionListener listener) {
		if (this.registry.isNoop()) {
			this.target.connect(request, listener);
			return;
		}
		Map<String, String> headers = new HashMap<>(request.headers());
		HandshakeObservationContext context = new HandshakeObservationContext(request.uri(), headers, this.provider);
		Observation observation = Observation.start(this.convention, () -> context, this.registry);
		ObservedHandshake observed = new ObservedHandshake(listener, observation, context);
		try {
			this.target.connect(
					new ConnectionRequest(request.uri(), headers, request.subprotocols(), request.timeout()), observed);
		}
		catch (RuntimeException ex) {
			observed.end("unreachable", ex.getClass().getName());
			throw ex;
		}
	}

	/**
	 * Ends the observation with the handshake.
	 */
	private static final class ObservedHandshake implements ConnectionListener {

		private final AtomicBoolean ended = new AtomicBoolean();

		private final ConnectionListener target;

		private final Observation observation;

		private final HandshakeObservationContext context;

		private ObservedHandshake(ConnectionListener target, Observation observation,
				HandshakeObservationContext context) {
			this.target = target;
			this.observation = observation;
			this.context = context;
		}

		@Override
		public void onOpen(TransportConnection connection) {
			if (this.ended.compareAndSet(false, true)) {
				this.context.setOutcome("opened");
				this.observation.stop();
			}
			this.target.onOpen(connection);
		}

		@Override
		public void onText(String text) {
			this.target.onText(text);
		}

		@Override
		public void onBinary(int size) {
			this.target.onBinary(size);
		}

		@Override
		public void onActivity() {
			this.target.onActivity();
		}

		@Override
		public void onEnd(ConnectionEnd end) {
			if (end instanceof HandshakeRefused refused) {
				this.context.setStatus(refused.status());
			}
			end(EndReasons.of(end), end.message());
			this.target.onEnd(end);
		}

		private void end(String outcome, String message) {
			if (this.ended.compareAndSet(false, true)) {
				this.context.setOutcome(outcome);
				this.observation.error(new ObservedFailure(message));
				this.observation.stop();
			}
		}

	}

}
