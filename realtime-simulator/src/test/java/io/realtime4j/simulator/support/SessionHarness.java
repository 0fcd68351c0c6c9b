package io.realtime4j.simulator.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import io.realtime4j.simulator.ears.SimulatorEars;
import io.realtime4j.simulator.ears.StandardEars;
import io.realtime4j.simulator.model.SimulatorModel;
import io.realtime4j.simulator.model.standard.StandardModel;
import io.realtime4j.simulator.response.TokenBudget;
import io.realtime4j.simulator.session.ServedSession;
import io.realtime4j.simulator.session.ServedSessionEnvironment;
import io.realtime4j.simulator.session.SessionOutput;
import io.realtime4j.simulator.session.SessionRequest;
import io.realtime4j.simulator.session.SessionScript;
import io.realtime4j.simulator.voice.SimulatorVoice;
import io.realtime4j.simulator.voice.ToneVoice;
import io.realtime4j.simulator.wire.Json;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A session without a socket, in a time that the test drives. Whatever it sends is held
 * against the rules of streams.
 */
public final class SessionHarness {

	private final ManualTimeline timeline = new ManualTimeline();

	private final List<ObjectNode> events = new ArrayList<>();

	private final StreamValidator validator = StreamValidator.ga();

	private final SessionScript script = new SessionScript();

	private final ServedSession session;

	private int closeCode;

	private String closeReason = "";

	private SessionHarness(SessionRequest request, SimulatorModel model, Duration lifetime, TokenBudget budget) {
		this(request, model, new ToneVoice(), lifetime, budget);
	}

	private SessionHarness(SessionRequest request, SimulatorModel model, SimulatorVoice voice, Duration lifetime,
			TokenBudget budget) {
		this(request, model, voice, StandardEars.deaf(), lifetime, budget);
	}

	private SessionHarness(SessionRequest request, SimulatorModel model, SimulatorVoice voice, SimulatorEars ears,
			Duration lifetime, TokenBudget budget) {
		ServedSessionEnvironment environment = new ServedSessionEnvironment(this.timeline, model, voice, ears, 4,
				lifetime, Set.of(), budget, this.script);
		this.session = ServedSession.create(request, environment, new SessionOutput() {

			@Override
			public void send(ObjectNode event) {
				SessionHarness.this.events.add(event);
				if (request.kind() != SessionRequest.Kind.LIVE) {
					// There audio has no id
					SessionHarness.this.validator.accept(event);
				}
				assertThat(SessionHarness.this.validator.complaints()).isEmpty();
			}

			@Override
			public void close(int code, String reason) {
				SessionHarness.this.closeCode = code;
				SessionHarness.this.closeReason = reason;
			}

		});
		this.session.open();
		this.timeline.settle();
	}

	public static SessionHarness open() {
		return open(SessionRequest.realtime("gpt-realtime"));
	}

	public static SessionHarness open(SessionRequest request) {
		return new SessionHarness(request, new StandardModel(), Duration.ofMinutes(60), new TokenBudget(15_000_000));
	}

	public static SessionHarness open(SessionRequest request, Duration lifetime) {
		return new SessionHarness(request, new StandardModel(), lifetime, new TokenBudget(15_000_000));
	}

	public static SessionHarness open(SimulatorModel model) {
		return new SessionHarness(SessionRequest.realtime("gpt-realtime"), model, Duration.ofMinutes(60),
				new TokenBudget(15_000_000));
	}

	public static SessionHarness open(SessionRequest request, SimulatorModel model, SimulatorVoice voice) {
		return new SessionHarness(request, model, voice, Duration.ofMinutes(60), new TokenBudget(15_000_000));
	}

	public static SessionHarness open(SessionRequest request, SimulatorEars ears) {
		return new SessionHarness(request, new StandardModel(), new ToneVoice(), ears, Duration.ofMinutes(60),
				new TokenBudget(15_000_000));
	}

	public static SessionHarness open(Duration lifetime) {
		return new SessionHarness(SessionRequest.realtime("gpt-realtime"), new StandardModel(), lifetime,
				new TokenBudget(15_000_000));
	}

	public static SessionHarness open(TokenBudget budget) {
		return new SessionHarness(SessionRequest.realtime("gpt-realtime"), new StandardModel(), Duration.ofMinutes(60),
				budget);
	}

	public static SessionHarness openText() {
		SessionHarness harness = open();
		harness.update("{'type':'realtime','output_modalities':['text']}");
		return harness;
	}

	public SessionScript script() {
		return this.script;
	}

	/**
	 * Send an event.
	 * @param json the event, with single quotes in place of double quotes
	 */
	public void send(String json) {
		this.session.receive(Json.parse(json.replace('\'', '"')));
		this.timeline.settle();
	}

	public void sendNonJson() {
		this.session.receive(null);
		this.timeline.settle();
	}

	public void sendBinary() {
		this.session.receiveBinary();
		this.timeline.settle();
	}

	public void update(String session) {
		send("{'type':'session.update','session':" + session + "}");
	}

	public void say(String text) {
		send("{'type':'conversation.item.create','item':{'type':'message','role':'user','content':[{'type':'input_text',"
				+ "'text':'" + text + "'}]}}");
	}

	public void append(byte[] audio) {
		send("{'type':'input_audio_buffer.append','audio':'" + Base64.getEncoder().encodeToString(audio) + "'}");
	}

	/**
	 * Say something in a live session, and nothing more for a second.
	 */
	public void speakLive() {
		byte[] pcm = Sounds.join(Sounds.silence(24000, 500), Sounds.tone(24000, 1000), Sounds.silence(24000, 1000));
		for (int start = 0; start < pcm.length; start += 4800) {
			byte[] piece = Arrays.copyOfRange(pcm, start, Math.min(pcm.length, start + 4800));
			send("{'type':'session.input_audio.append','audio':'" + Base64.getEncoder().encodeToString(piece) + "'}");
		}
	}

	public void respond() {
		send("{'type':'response.create'}");
	}

	/**
	 * Ask for a response and wait for its end.
	 * @return the response
	 */
	public ObjectNode answer() {
		respond();
		return finish();
	}

	public ObjectNode finish() {
		advance(600_000);
		return (ObjectNode) last("response.done").path("response");
	}

	public void advance(long millis) {
		this.timeline.advance(Duration.ofMillis(millis));
	}

	public List<ObjectNode> events() {
		return List.copyOf(this.events);
	}

	public List<String> types() {
		return this.events.stream().map((event) -> Json.text(event, "type", "")).toList();
	}

	public List<ObjectNode> all(String type) {
		return this.events.stream().filter((event) -> type.equals(Json.text(event, "type"))).toList();
	}

	public ObjectNode last(String type) {
		List<ObjectNode> all = all(type);
		if (all.isEmpty()) {
			throw new AssertionError("No " + type + " in " + types());
		}
		return all.get(all.size() - 1);
	}

	public ObjectNode lastError() {
		return (ObjectNode) last("error").path("error");
	}

	public void forget() {
		this.events.clear();
	}

	public int closeCode() {
		return this.closeCode;
	}

	public String closeReason() {
		return this.closeReason;
	}

	public void end(String reason) {
		this.session.end(reason);
		this.timeline.settle();
	}

	public void close() {
		this.session.close();
		this.timeline.settle();
	}

}
