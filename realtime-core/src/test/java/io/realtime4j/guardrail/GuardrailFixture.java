package io.realtime4j.guardrail;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.realtime4j.playback.ClockedAudioSink;
import io.realtime4j.playback.PlaybackInterceptor;
import io.realtime4j.session.QueuedExecutor;
import io.realtime4j.session.ScriptedSession;
import io.realtime4j.session.SessionInterceptor;
import io.realtime4j.session.SessionSpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A scripted session that is judged, and played by a clock of the test. Verdicts come
 * when a test says so.
 */
class GuardrailFixture {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private static final int BYTES_PER_MILLI = 48;

	final QueuedExecutor executor = new QueuedExecutor();

	final List<ResponseDraft> judged = Collections.synchronizedList(new ArrayList<>());

	final List<GuardrailEvent> events = Collections.synchronizedList(new ArrayList<>());

	final List<String> played = Collections.synchronizedList(new ArrayList<>());

	final List<SessionInterceptor> interceptors = new ArrayList<>();

	final ScriptedSession script;

	private long millis;

	/**
	 * Open a session with a guardrail that does not like what is bad.
	 */
	GuardrailFixture() {
		this(UnaryOperator.identity());
	}

	GuardrailFixture(UnaryOperator<Guardrails.Builder> customizer) {
		this(customizer, true);
	}

	GuardrailFixture(UnaryOperator<Guardrails.Builder> customizer, boolean playback) {
		this.script = new ScriptedSession((scheduler) -> (session) -> {
			Guardrails.Builder builder = Guardrails.builder(this.executor, scheduler)
				.everyCharacters(10)
				.guardrail(new BadWords())
				.listener((same, event) -> this.events.add(event));
			SessionInterceptor interceptor = customizer.apply(builder).build().create(session);
			this.interceptors.add(interceptor);
			return interceptor;
		}, (spec) -> new SessionSpec(spec.settings(), null, null, false, List.of(),
				playback ? List.of(PlaybackInterceptor.factory((session) -> sink())) : List.of(), Map.of()));
	}

	private ClockedAudioSink sink() {
		return new ClockedAudioSink((chunk) -> this.played.add(chunk.itemId()), () -> this.played.add("clear"),
				() -> this.millis * 1_000_000);
	}

	// What the server does

	GuardrailFixture begin(String response) {
		String item = item(response);
		this.script.receive(response("response.created", response, "in_progress"),
				event("conversation.item.added")
					.set("item",
							MAPPER.createObjectNode().put("id", item).put("type", "message").put("role", "assistant"))
					.toString());
		return this;
	}

	GuardrailFixture say(String response, String text) {
		this.script.receive(part("response.output_audio_transcript.delta", response).put("delta", text).toString());
		return this;
	}

	GuardrailFixture write(String response, String text) {
		this.script.receive(part("response.output_text.delta", response).put("delta", text).toString());
		return this;
	}

	GuardrailFixture audio(String response, int millis) {
		this.script.receive(part("response.output_audio.delta", response)
			.put("delta", Base64.getEncoder().encodeToString(new byte[millis * BYTES_PER_MILLI]))
			.toString());
		return this;
	}

	GuardrailFixture done(String response) {
		return done(response, "completed");
	}

	GuardrailFixture done(String response, String status) {
		this.script.receive(response("response.done", response, status));
		return this;
	}

	GuardrailFixture speech() {
		this.script.receive(event("input_audio_buffer.speech_started").put("item_id", "item_u")
			.put("audio_start_ms", 0)
			.toString());
		return this;
	}

	GuardrailFixture pass(int millis) {
		this.millis += millis;
		return this;
	}

	// Verdicts and what follows from them

	GuardrailFixture judge() {
		this.executor.runAll();
		return this;
	}

	List<String> sent() {
		return this.script.sent().stream().map(GuardrailFixture::describe).toList();
	}

	private static String describe(JsonNode event) {
		String type = event.path("type").asString();
		return switch (type) {
			case "response.cancel" -> "cancel " + event.path("response_id").asString();
			case "conversation.item.truncate" ->
				"truncate " + event.path("item_id").asString() + " " + event.path("audio_end_ms").asInt();
			case "conversation.item.delete" -> "delete " + event.path("item_id").asString();
			case "response.create" -> "create " + event.at("/response/instructions").asString("").replaceAll(" .*", "");
			default -> type;
		};
	}

	List<String> texts() {
		return this.judged.stream().map((draft) -> draft.text() + (draft.complete() ? "." : "")).toList();
	}

	long count(String type) {
		return this.script.heard().stream().filter(type::equals).count();
	}

	static String item(String response) {
		return response.replace("resp", "item");
	}

	static ObjectNode part(String type, String response) {
		return event(type).put("response_id", response)
			.put("item_id", item(response))
			.put("output_index", 0)
			.put("content_index", 0);
	}

	private static String response(String type, String id, @Nullable String status) {
		ObjectNode event = event(type);
		event.putObject("response").put("id", id).put("status", status).put("conversation_id", "conv_1");
		return event.toString();
	}

	static ObjectNode event(String type) {
		return MAPPER.createObjectNode().put("type", type).put("event_id", "event_of_server");
	}

	/**
	 * Trips when something is bad.
	 */
	private final class BadWords implements RealtimeGuardrail {

		@Override
		public GuardrailVerdict judge(ResponseDraft draft) {
			GuardrailFixture.this.judged.add(draft);
			return draft.text().contains("bad") ? GuardrailVerdict.trip("a bad word") : GuardrailVerdict.pass();
		}

	}

}
