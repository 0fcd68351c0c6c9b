package io.realtime4j.spring.event;

import io.realtime4j.event.RealtimeMessage;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.VoiceSession;
import org.jspecify.annotations.Nullable;

import org.springframework.context.PayloadApplicationEvent;
import org.springframework.core.ResolvableType;
import org.springframework.util.Assert;

/**
 * Application event for everything that happens in a session: an event of the server, a
 * change in the state of the session or in its history, the progress of a tool call,
 * usage, or the verdict of a guardrail. A listener may ask for the envelope or for its
 * payload alone, by any type that the payload has: <pre class="code">
 * &#64;Component
 * class Captions {
 *
 *     &#64;EventListener
 *     void onText(ResponseOutputTextDelta event) {
 *         System.out.print(event.delta());
 *     }
 *
 *     &#64;EventListener
 *     void onAnswer(RealtimeEvent&lt;ResponseDone&gt; event) {
 *         System.out.println(event.session().id() + ": " + event.getPayload().text());
 *     }
 *
 *     &#64;EventListener
 *     void onAnything(RealtimeEvent&lt;?&gt; event) {
 *         System.out.println(event.getPayload().type());
 *     }
 *
 * }
 * </pre> {@code ServerEvent}, {@code SessionEvent}, {@code ToolEvent},
 * {@code ConversationChanged}, {@code UsageEvent} and {@code GuardrailEvent} are such
 * types, too, and so are {@code LiveServerEvent} and {@code DelegationEvent}. Generic
 * types are invariant, and so is this one: a listener that asks for
 * {@code RealtimeEvent<ServerEvent>} never hears anything, since a
 * {@code RealtimeEvent<ResponseOutputTextDelta>} is none. Ask for
 * {@code RealtimeEvent<?>}, {@code RealtimeEvent<? extends ServerEvent>} or
 * {@code ServerEvent}.
 * <p>
 * Listeners run one at a time and in order for each session, on a thread of its own: one
 * that blocks delays only the later listeners of the same session. What becomes of calls
 * of tools and of delegated work, what is used and what guardrails do are told in orders
 * of their own.
 *
 * @param <E> the type of the payload
 * @since 0.1.0
 */
public final class RealtimeEvent<E extends RealtimeMessage> extends PayloadApplicationEvent<E> {

	private final ResolvableType type;

	private final @Nullable String json;

	/**
	 * Create an event.
	 * @param session the session in which it happened
	 * @param payload what happened
	 * @param json the text as received, or {@code null} if it did not come from the
	 * server
	 */
	public RealtimeEvent(VoiceSession session, E payload, @Nullable String json) {
		this(session, payload, json, typeOf(payload.getClass()));
	}

	RealtimeEvent(VoiceSession session, E payload, @Nullable String json, ResolvableType type) {
		super(session, payload, type.getGeneric());
		this.type = type;
		this.json = json;
	}

	static ResolvableType typeOf(Class<?> payloadType) {
		return ResolvableType.forClassWithGenerics(RealtimeEvent.class, payloadType);
	}

	/**
	 * Return the session in which it happened.
	 * @return the session
	 * @throws IllegalStateException if it is a session of another protocol family, such
	 * as a translation, whose own type {@link #session(Class)} takes
	 */
	public RealtimeSession session() {
		return session(RealtimeSession.class);
	}

	/**
	 * Return the session in which it happened, of any protocol family.
	 * @param <S> the kind of session
	 * @param type the kind of session; {@link VoiceSession} takes all of them
	 * @return the session
	 * @throws IllegalStateException if the session is of another kind
	 */
	public <S extends VoiceSession> S session(Class<S> type) {
		Assert.state(type.isInstance(getSource()), () -> "The event " + getPayload().type() + " belongs to a "
				+ getSource().getClass().getSimpleName() + ", which is no " + type.getSimpleName());
		return type.cast(getSource());
	}

	/**
	 * Return the text as received, with members that the payload does not have.
	 * @return the JSON text, or {@code null} for what never stands on the wire: what does
	 * not come from the server
	 */
	public @Nullable String json() {
		return this.json;
	}

	@Override
	public ResolvableType getResolvableType() {
		return this.type;
	}

	@Override
	public String toString() {
		return "RealtimeEvent[type=" + getPayload().type() + ", session=" + session(VoiceSession.class).id() + "]";
	}

}
