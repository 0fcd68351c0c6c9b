package io.realtime4j.spring.event;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.function.Supplier;

import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.session.VoiceSession;

/**
 * Calls one listener and keeps what it throws from the others.
 */
final class ListenerIsolation {

	private ListenerIsolation() {
	}

	static void call(Runnable listener, RealtimeEvent<?> event, Supplier<ListenerErrorHandler> errorHandler) {
		try {
			listener.run();
		}
		catch (Throwable ex) {
			errorHandler.get().onListenerError(event.session(VoiceSession.class), event.getPayload(), unwrap(ex));
		}
	}

	private static Throwable unwrap(Throwable ex) {
		return (ex instanceof UndeclaredThrowableException && ex.getCause() != null) ? ex.getCause() : ex;
	}

}
