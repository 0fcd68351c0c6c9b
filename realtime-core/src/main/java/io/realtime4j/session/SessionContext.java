package io.realtime4j.session;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

import io.realtime4j.codec.RealtimeCodec;
import io.realtime4j.transport.RealtimeTransport;

/**
 * What all sessions of a client share.
 */
record SessionContext(RealtimeTransport transport, RealtimeEndpoint endpoint, RealtimeCodec codec,
		Executor listenerExecutor, ScheduledExecutorService scheduler, SessionLimits limits, SessionTimeouts timeouts,
		List<RealtimeListener> listeners, List<SessionInterceptor.Factory> interceptors,
		ListenerErrorHandler errorHandler) {

}
