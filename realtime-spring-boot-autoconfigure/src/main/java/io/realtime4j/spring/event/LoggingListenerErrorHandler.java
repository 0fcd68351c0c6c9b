package io.realtime4j.spring.event;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.session.ListenerErrorHandler;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.spring.logging.LimitedLog;
import org.apache.commons.logging.LogFactory;

/**
 * Internal handler that logs exceptions of listeners, with the type and the ids of the
 * event and never with its content.
 *
 * @since 0.1.0
 */
public class LoggingListenerErrorHandler implements ListenerErrorHandler {

	private final LimitedLog log = new LimitedLog(LogFactory.getLog(LoggingListenerErrorHandler.class));

	@Override
	public void onListenerError(VoiceSession session, RealtimeMessage event, Throwable error) {
		this.log.error(session.id(), "A listener failed on " + event.type() + " [" + EventIds.of(session, event)
				+ "]; the session and the other listeners continue", error);
	}

}
