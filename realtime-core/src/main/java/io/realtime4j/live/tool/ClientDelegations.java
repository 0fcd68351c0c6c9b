package io.realtime4j.live.tool;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.realtime4j.live.event.server.LiveServerEvent;
import io.realtime4j.live.event.server.SessionDelegationCreated;
import io.realtime4j.live.event.server.SessionInputTranscriptDelta;
import io.realtime4j.live.event.server.SessionStarted;
import io.realtime4j.live.model.delegation.ClientDelegation;
import io.realtime4j.live.model.delegation.Delegation;
import io.realtime4j.live.model.delegation.DelegationSettings;
import io.realtime4j.live.model.delegation.DelegationTarget;
import io.realtime4j.live.model.session.LiveSettings;
import io.realtime4j.live.session.LiveInterceptor;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.model.Toggle;
import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionEvent;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.session.SessionReconnected;
import io.realtime4j.session.SessionReconnecting;
import org.jspecify.annotations.Nullable;

/**
 * The delegations of one live session that are for the application.
 */
final class ClientDelegations implements LiveInterceptor {

	/**
	 * How many delegations are remembered, so that one that is told of twice is known
	 * again.
	 */
	private static final int MAX_KNOWN = 64;

	/**
	 * How many delegations wait to be told that it is too much.
	 */
	private static final int MAX_OWED = 1000;

	private final LiveSession session;

	private final DelegationRunnerSettings settings;

	private final @Nullable DelegationHandler handler;

	private final DelegationContext context;

	private final Set<DelegatedWork> open = ConcurrentHashMap.newKeySet();

	private final Map<DelegatedWork, LateWords> waiting = new ConcurrentHashMap<>();

	private final LiveDelegations feature = new LiveDelegations(this.open);

	private final Queue<DelegatedWork> owed = new ArrayDeque<>(1);

	private final Set<String> known = new LinkedHashSet<>();

	private long heardUntil;

	private boolean telling;

	ClientDelegations(LiveSession session, DelegationRunnerSettings settings, @Nullable DelegationHandler handler) {
		this.session = session;
		this.settings = settings;
		this.handler = handler;
		this.context = DelegationContext.of(session, settings);
	}

	@Override
	public <T> @Nullable T feature(Class<T> type) {
		return (type == LiveDelegations.class) ? type.cast(this.feature) : null;
	}

	@Override
	public boolean isBusy() {
		return !this.open.isEmpty();
	}

	@Override
	public void onEvent(LiveServerEvent event) {
		if (event instanceof SessionDelegationCreated created && isOurs(created.delegation())
				&& isNew(created.delegation().id())) {
			begin(new DelegatedWork(this.context, this::remove, created.delegation().id(), created.offsetMs()));
		}
		else if (event instanceof SessionInputTranscriptDelta delta) {
			onWords(delta);
		}
		else if (event instanceof SessionStarted) {
			this.heardUntil = 0;
			this.known.clear();
			this.open.forEach(DelegatedWork::forget);
			owed().forEach(DelegatedWork::forget);
		}
	}

	private boolean isOurs(Delegation delegation) {
		if (delegation.target() != null) {
			return DelegationTarget.CLIENT.equals(delegation.target());
		}
		LiveSettings current = this.session.settings();
		Toggle<DelegationSettings> others = (current != null) ? current.delegation() : null;
		return delegation.responseId() == null
				&& (others == null || others.isOff() || others.value() instanceof ClientDelegation);
	}

	private boolean isNew(@Nullable String id) {
		boolean isNew = id == null || this.known.add(id);
		if (this.known.size() > MAX_KNOWN) {
			this.known.remove(this.known.iterator().next());
		}
		return isNew;
	}

	private void begin(DelegatedWork work) {
		work.note();
		if (isFull()) {
			owe(work);
			return;
		}
		boolean room = this.open.size() < this.settings.maxRunning();
		this.open.add(work);
		if (this.handler == null) {
			work.refuse(new DelegationOutcome.NotHandled());
		}
		else if (!room) {
			work.refuse(new DelegationOutcome.Overloaded());
		}
		else if (isHeard(work) || this.settings.settleTime().isZero()) {
			work.start(this.handler);
		}
		else {
			await(work, this.handler);
		}
	}

	// Not even the answers that it is too much are taken: this one waits for its turn
	private void owe(DelegatedWork work) {
		synchronized (this.owed) {
			if (this.owed.size() < MAX_OWED) {
				this.owed.add(work);
			}
		}
	}

	private List<DelegatedWork> owed() {
		synchronized (this.owed) {
			return List.copyOf(this.owed);
		}
	}

	private void await(DelegatedWork work, DelegationHandler doing) {
		LateWords words = new LateWords(this.settings, () -> {
			if (this.waiting.remove(work) != null) {
				work.start(doing);
			}
		});
		this.waiting.put(work, words);
		words.begin();
	}

	private boolean isHeard(DelegatedWork work) {
		return work.offsetMs() != null && this.heardUntil >= work.offsetMs();
	}

	private void onWords(SessionInputTranscriptDelta delta) {
		this.heardUntil = Math.max(this.heardUntil, (delta.endMs() != null) ? delta.endMs() : 0);
		this.waiting.forEach((work, words) -> {
			if (isHeard(work)) {
				words.end();
			}
			else {
				words.renew();
			}
		});
	}

	private void remove(DelegatedWork work) {
		this.open.remove(work);
		for (DelegatedWork next = nextOwed(false); next != null; next = nextOwed(true)) {
			next.refuse(new DelegationOutcome.Overloaded());
		}
	}

	// A refusal may end at once, and then this is called within itself
	private @Nullable DelegatedWork nextOwed(boolean again) {
		synchronized (this.owed) {
			if (this.telling && !again) {
				return null;
			}
			DelegatedWork next = isFull() ? null : this.owed.poll();
			this.telling = next != null;
			if (next != null) {
				this.open.add(next);
			}
			return next;
		}
	}

	private boolean isFull() {
		return this.open.size() >= this.settings.maxRunning() + MAX_KNOWN;
	}

	@Override
	public void onSessionEvent(SessionEvent event) {
		if (event instanceof SessionReconnecting) {
			this.context.connected().onDisconnected();
			// No more words come
			this.waiting.values().forEach(LateWords::end);
		}
		else if (event instanceof SessionOpened || event instanceof SessionReconnected) {
			this.context.connected().onConnected();
		}
		else if (event instanceof SessionClosed) {
			this.waiting.values().forEach(LateWords::abandon);
			this.waiting.clear();
			this.context.connected().onConnected();
			List<DelegatedWork> untold = owed();
			synchronized (this.owed) {
				this.owed.clear();
			}
			untold.forEach(DelegatedWork::end);
			List.copyOf(this.open).forEach(DelegatedWork::end);
		}
	}

}
