package io.realtime4j.simulator.carrier;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

import io.realtime4j.spring.phone.PhoneCallRefused;
import io.realtime4j.spring.phone.PhoneCallStarted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for attacks on the endpoints of Twilio: nobody but Twilio has a session opened.
 */
class TwilioAttackTests extends MediaAttackTests {

	private static final String PUBLIC = CarrierApplication.PUBLIC_URL.toString();

	private static final String VOICE = "/realtime/twilio/voice";

	private static final String MEDIA = "wss://voice.example.com/realtime/twilio/media";

	@Override
	CarrierApplication<?> startApplication(String startTimeout) {
		return CarrierApplication.twilio("realtime.twilio.max-calls-per-caller=1",
				"realtime.twilio.start-timeout=" + startTimeout);
	}

	@Override
	CarrierStream open(String from) {
		return stream(TwilioCarrier.sid("CA"));
	}

	@Test
	void unsignedWebhookIsRefused() {
		Map<String, String> form = Map.of("CallSid", TwilioCarrier.sid("CA"), "From", "+1");
		assertThat(carrier().post(VOICE, form, null).statusCode()).isEqualTo(403);
		assertThat(carrier().post(VOICE, form, "AAAA").statusCode()).isEqualTo(403);
		String signature = carrier().sign(PUBLIC + VOICE, form);
		Map<String, String> forged = new LinkedHashMap<>(form);
		forged.put("From", "+2");
		assertThat(carrier().post(VOICE, forged, signature).statusCode()).isEqualTo(403);
		assertThat(carrier().post(VOICE + "?a=b", form, signature).statusCode()).isEqualTo(403);
		assertThat(carrier().post(VOICE, form, signature).statusCode()).isEqualTo(200);
	}

	@Test
	void queryOfTheWebhookIsSignedWithItsAddress() {
		Map<String, String> form = Map.of("CallSid", TwilioCarrier.sid("CA"), "lang", "de");
		String signature = carrier().sign(PUBLIC + VOICE + "?lang=en&x=%20y", form);
		assertThat(carrier().post(VOICE + "?lang=en&x=%20y", form, signature).statusCode()).isEqualTo(200);
	}

	@Test
	void webhookThatIsNoneIsRefused() {
		Map<String, String> form = Map.of("CallSid", "../../other");
		assertThat(carrier().post(VOICE, form, carrier().sign(PUBLIC + VOICE, form)).statusCode()).isEqualTo(400);
		Map<String, String> large = Map.of("CallSid", TwilioCarrier.sid("CA"), "x", "x".repeat(64 * 1024));
		assertThat(carrier().post(VOICE, large, carrier().sign(PUBLIC + VOICE, large)).statusCode()).isEqualTo(413);
	}

	@Test
	void unsignedStreamIsRefused() {
		assertThat(status(MEDIA, null)).isEqualTo(403);
		assertThat(status(MEDIA, carrier().sign(MEDIA.replace("media", "other"), Map.of()))).isEqualTo(403);
		assertThat(status(MEDIA + "?a=b", carrier().sign(MEDIA, Map.of()))).isEqualTo(403);
		assertThat(status(MEDIA, carrier().sign(MEDIA, Map.of()))).isEqualTo(101);
	}

	@Test
	void replayedSignatureWithoutTicketOpensNoSession() {
		TwilioStream stream = stream(TwilioCarrier.sid("CA"));
		stream.start(Map.of());
		assertThat(stream.awaitClose(PATIENCE)).isEqualTo(1008);
	}

	@Test
	void ticketIsGoodOnceAndForItsCallAndParametersOnly() {
		String callSid = TwilioCarrier.sid("CA");
		Map<String, String> parameters = parameters(callSid, "+15");
		TwilioStream other = stream(TwilioCarrier.sid("CA"));
		other.start(parameters);
		assertThat(other.awaitClose(PATIENCE)).isEqualTo(1008);
		Map<String, String> forged = new LinkedHashMap<>(parameters);
		forged.put("to", "+999");
		TwilioStream forging = stream(callSid);
		forging.start(forged);
		assertThat(forging.awaitClose(PATIENCE)).isEqualTo(1008);
		TwilioStream right = stream(callSid);
		right.start(parameters);
		application().await(PhoneCallStarted.class, callSid);
		TwilioStream again = stream(callSid);
		again.start(parameters);
		assertThat(again.awaitClose(PATIENCE)).isEqualTo(1008);
		assertThat(right.closeCode()).isNull();
		right.stop();
	}

	@Test
	void replayedWebhookOpensNoSecondSession() {
		String callSid = TwilioCarrier.sid("CA");
		TwilioStream first = stream(callSid);
		first.start(parameters(callSid, "+16"));
		application().await(PhoneCallStarted.class, callSid);
		Element replayed = TwilioCarrier.stream(carrier().ask(callSid, "+17", "+1"));
		assertThat(replayed).isNotNull();
		TwilioStream second = stream(callSid);
		second.start(TwilioCarrier.parameters(replayed));
		assertThat(second.awaitClose(PATIENCE)).isEqualTo(1008);
		first.stop();
	}

	@Test
	void callIsRefusedOnceHoweverOftenTwilioAsks() {
		String callSid = TwilioCarrier.sid("CA");
		application().drain(true);
		try {
			assertThat(carrier().ask(callSid, "+24", "+1").body()).contains("<Reject reason=\"busy\"/>");
			assertThat(carrier().ask(callSid, "+24", "+1").body()).contains("<Reject reason=\"busy\"/>");
			PhoneCallRefused refused = application().await(PhoneCallRefused.class, callSid);
			assertThat(application().refuses("+24")).isNotNull();
			assertThat(application().events(callSid)).containsExactly(refused);
		}
		finally {
			application().drain(false);
		}
	}

	@Test
	void callThatIsDrainedBetweenItsWebhookAndItsStreamIsRefused() {
		String callSid = TwilioCarrier.sid("CA");
		Map<String, String> parameters = parameters(callSid, "+25");
		application().drain(true);
		try {
			TwilioStream stream = stream(callSid);
			stream.start(parameters);
			assertThat(stream.awaitClose(PATIENCE)).isEqualTo(1001);
			assertThat(application().await(PhoneCallRefused.class, callSid).reason())
				.isEqualTo(PhoneCallRefused.Reason.STOPPING);
		}
		finally {
			application().drain(false);
		}
	}

	@Test
	void replayedWebhookRefusesNobodyWhoIsConnected() {
		String callSid = TwilioCarrier.sid("CA");
		TwilioStream stream = stream(callSid);
		stream.start(parameters(callSid, "+26"));
		application().await(PhoneCallStarted.class, callSid);
		assertThat(carrier().ask(callSid, "+26", "+1").body()).contains("<Reject reason=\"busy\"/>");
		assertThat(application().refuses("+26")).isNotNull();
		assertThat(application().events(callSid)).hasOnlyElementsOfType(PhoneCallStarted.class);
		stream.stop();
	}

	@Test
	void callerHasAsManyCallsAsMayBe() {
		SimulatedPhoneCall first = carrier().call("+22", "+1");
		application().await(PhoneCallStarted.class, first.callId());
		SimulatedPhoneCall second = carrier().call("+22", "+1");
		assertThat(second.refusal()).contains("<Reject reason=\"busy\"/>");
		assertThat(application().await(PhoneCallRefused.class, second.callId()).reason())
			.isEqualTo(PhoneCallRefused.Reason.BUSY);
		SimulatedPhoneCall other = carrier().call("+23", "+1");
		assertThat(other.refusal()).isNull();
		first.hangUp();
		other.hangUp();
	}

	@Override
	TwilioStream started(String from) {
		String callSid = TwilioCarrier.sid("CA");
		TwilioStream stream = stream(callSid);
		stream.start(parameters(callSid, from));
		application().await(PhoneCallStarted.class, callSid);
		return stream;
	}

	private Map<String, String> parameters(String callSid, String from) {
		HttpResponse<String> answer = carrier().ask(callSid, from, "+1");
		Element stream = TwilioCarrier.stream(answer);
		assertThat(stream).as(answer.body()).isNotNull();
		return TwilioCarrier.parameters(stream);
	}

	private TwilioStream stream(String callSid) {
		TwilioStream stream = carrier().newStream(callSid);
		assertThat(stream.connect(carrier().client(), carrier().local(MEDIA), carrier().sign(MEDIA, Map.of())))
			.isEqualTo(101);
		return stream;
	}

	private int status(String url, @Nullable String signature) {
		TwilioStream stream = carrier().newStream(TwilioCarrier.sid("CA"));
		return stream.connect(carrier().client(), URI.create(carrier().local(url).toString()), signature);
	}

	private TwilioCarrier carrier() {
		return (TwilioCarrier) application().carrier();
	}

}
