package io.realtime4j.session.realtime;

import java.util.List;

import io.realtime4j.session.RealtimeListener;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.session.engine.LiveSessions;

/**
 * Those of a client who have to do with each of its sessions.
 *
 * @param listeners hear of all sessions, in order
 * @param interceptors make what takes part in a session
 * @param sessions keeps the sessions that have not ended
 */
record SessionParticipants(List<RealtimeListener> listeners, List<SessionInterceptor.Factory> interceptors,
		LiveSessions<RealtimeSession> sessions) {

}
