package io.realtime4j.spring.bridge.access;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import io.realtime4j.playback.AudioSinkFactory;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.spring.bridge.BridgeConnection;
import io.realtime4j.spring.bridge.BridgeLimits;
import io.realtime4j.spring.bridge.BridgeSessionCustomizer;
import io.realtime4j.store.StoreOptions;
import org.jspecify.annotations.Nullable;

/**
 * Internal factory for the sessions of pages, within their limits.
 */
public final class BridgeSessionFactory {

	private final RealtimeClient client;

	private final SessionSpec spec;

	private final List<BridgeSessionCustomizer> customizers;

	private final BridgeLimits limits;

	private final SessionSlots slots;

	private final SessionSlots closing;

	private final WaitingSessions waiting = new WaitingSessions();

	private final PageMemory memory;

	/**
	 * Create a factory.
	 * @param client the client of the sessions
	 * @param spec the specification of all sessions
	 * @param customizers adjust it to the user
	 * @param limits the limits of sessions
	 * @param memory counts the memory of all pages
	 */
	public BridgeSessionFactory(RealtimeClient client, SessionSpec spec, List<BridgeSessionCustomizer> customizers,
			BridgeLimits limits, PageMemory memory) {
		this.client = client;
		this.spec = spec;
		this.customizers = List.copyOf(customizers);
		this.memory = memory;
		this.limits = limits;
		this.slots = new SessionSlots(limits.maxSessions());
		this.closing = new SessionSlots(2 * limits.maxSessions());
	}

	/**
	 * Create a session that is not open yet.
	 * @param who whose session it is
	 * @param addition adds what the bridge needs to its spec, after all customizers
	 * @return the session and its spec, or {@code null} if there are too many sessions
	 */
	public @Nullable Created create(BridgeConnection who, Consumer<SessionSpec.Builder> addition) {
		return within(who, (place) -> {
			SessionSpec.Builder builder = builder(who);
			addition.accept(builder);
			return create(builder.build(), place);
		});
	}

	/**
	 * Create a session that attaches to a call, and is not open yet.
	 * @param who whose session it is
	 * @param call begins the call with a session like this, and returns its id
	 * @return the session, or {@code null} if there are too many sessions
	 */
	public @Nullable RealtimeSession attach(BridgeConnection who, Function<SessionSpec, String> call) {
		Created created = within(who, (place) -> {
			SessionSpec spec = builder(who).build();
			return create(spec.toBuilder().callId(call.apply(spec)).build(), place);
		});
		return (created != null) ? created.session() : null;
	}

	/**
	 * Take the place of a session for one that is not here.
	 * @param who whose session it is
	 * @return gives the place back, once, or {@code null} if there are too many sessions
	 */
	public @Nullable Runnable reserve(BridgeConnection who) {
		SessionSlots.Place place = this.client.isClosedToSessions() ? null : place(who);
		return (place != null) ? place::release : null;
	}

	/**
	 * Return the sessions that give way when there is no place.
	 * @return the sessions
	 */
	public WaitingSessions waiting() {
		return this.waiting;
	}

	private SessionSlots.@Nullable Place place(BridgeConnection who) {
		String user = who.user();
		int maxOfUser = this.limits.maxSessionsOf(who);
		SessionSlots.Place place = this.slots.place(user, maxOfUser);
		while (place == null && this.waiting.giveWay(user, this.slots.isFull())) {
			place = this.slots.place(user, maxOfUser);
		}
		return place;
	}

	/**
	 * Return what the session of somebody would be.
	 * @param who whose session it is
	 * @return the spec, after all customizers
	 */
	public SessionSpec customized(BridgeConnection who) {
		return builder(who).build();
	}

	private SessionSpec.Builder builder(BridgeConnection who) {
		SessionSpec.Builder builder = this.spec.toBuilder();
		if (this.spec.feature(StoreOptions.class) == null && who.principal() != null) {
			builder.feature(StoreOptions.class, StoreOptions.ofUser(who.principal().getName()));
		}
		this.customizers.forEach((customizer) -> customizer.customize(who, builder));
		// Pages play what they hear themselves
		return builder.feature(BridgeConnection.class, who).feature(AudioSinkFactory.class, (session) -> null);
	}

	private Created create(SessionSpec spec, SessionSlots.Place place) {
		PageMemory.Share share = this.memory.share();
		RealtimeSession session = this.client.create(spec.toBuilder().interceptor(share::watch).build());
		session.closed().thenRun(share::release);
		return new Created(session, spec, place, share);
	}

	/**
	 * Return whether one more session may begin: there is memory for it, and the
	 * application is in service.
	 * @return whether it may
	 */
	public boolean hasRoom() {
		return this.memory.hasRoom() && !this.client.isClosedToSessions();
	}

	private @Nullable Created within(BridgeConnection who, Function<SessionSlots.Place, Created> creation) {
		SessionSlots.Place place = hasRoom() ? place(who) : null;
		// Sessions that are closing have no place, but are not without number either
		SessionSlots.Place closing = (place != null)
				? this.closing.place(who.user(), 2 * this.limits.maxSessionsOf(who)) : null;
		if (place == null || closing == null) {
			if (place != null) {
				place.release();
			}
			return null;
		}
		try {
			Created created = creation.apply(place);
			created.session().closed().thenRun(() -> {
				place.release();
				closing.release();
			});
			return created;
		}
		catch (RuntimeException ex) {
			place.release();
			closing.release();
			throw ex;
		}
	}

	/**
	 * A session that was made.
	 *
	 * @param session the session
	 * @param spec what it is
	 * @param place the place that it has until it ends, or gives it back before
	 * @param share the memory that it takes
	 */
	public record Created(RealtimeSession session, SessionSpec spec, SessionSlots.Place place, PageMemory.Share share) {

	}

}
