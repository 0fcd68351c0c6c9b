package io.realtime4j.codec;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.realtime4j.event.client.ClientEvent;
import io.realtime4j.event.client.InputAudioBufferAppend;
import io.realtime4j.event.client.ResponseCreate;
import io.realtime4j.model.Modality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ExactEventReader}.
 */
class ExactEventReaderTests {

	private static final int MUTANTS = 500;

	private static final Pattern NAMES_OF_BETA = Pattern
		.compile("\"(modalities|output_audio_format|voice|max_response_output_tokens)\"");

	private final ExactEventReader reader = new ExactEventReader();

	private final RealtimeCodec codec = RealtimeCodec.create();

	@ParameterizedTest
	@MethodSource("samples")
	void everyEventOfTheProtocolIsRead(JsonNode sample) {
		String json = sample.toString();
		assertThat(this.reader.read(json)).isEqualTo(this.codec.decodeClientEvent(json));
	}

	@ParameterizedTest
	@MethodSource("samples")
	void whateverIsReadSaysAllOfItsText(JsonNode sample) {
		MutatedText mutations = new MutatedText(EntryPoint.CLIENT.samples(), sample.toString().hashCode());
		for (int i = 0; i < MUTANTS; i++) {
			String json = mutations.of(sample);
			ClientEvent event = readOrRefuse(json);
			if (event != null && !NAMES_OF_BETA.matcher(json).find()) {
				assertThat(JsonDifference.between(wellFormed(json), Json.read(this.codec.encode(event)))).as(json)
					.allMatch(JsonDifference::isVanishedNull);
			}
		}
	}

	static Stream<JsonNode> samples() {
		return EntryPoint.CLIENT.samples().stream();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'input_audio_buffer.append','audio':'AAAA'}",
			"{'audio':'AAAA','type':'input_audio_buffer.append','event_id':'e'}",
			"{ 'type' : 'input_audio_buffer.append', 'event_id': null, 'audio' : 'AAAA' }",
			"{'type':'conversation.item.create','previous_item_id':'root','item':{'type':'message','role':'user',"
					+ "'id':'i','object':'realtime.item','status':'completed','content':["
					+ "{'type':'input_text','text':'a'},{'type':'input_audio','audio':'AAAA','transcript':'a'},"
					+ "{'type':'input_image','image_url':'data:,','detail':'low'}]}}",
			"{'type':'conversation.item.truncate','item_id':'i','content_index':0,'audio_end_ms':10}",
			"{'type':'conversation.item.delete','item_id':'i'}", "{'type':'conversation.item.retrieve','item_id':'i'}",
			"{'type':'response.cancel','response_id':'r'}", "{'type':'response.cancel'}", "{'type':'response.create'}",
			"{'type':'response.create','response':null}", "{'type':'response.create','response':{}}",
			"{'type':'response.create','response':{'output_modalities':['text'],'max_output_tokens':7,"
					+ "'metadata':{'a':'b'},'instructions':null}}",
			"{'type':'response.create','response':{'max_output_tokens':'inf'}}",
			"{'type':'response.create','response':{'max_response_output_tokens':9}}" })
	void knownMembersAreRead(String event) {
		String json = event.replace('\'', '"');
		assertThat(this.reader.read(json)).isEqualTo(this.codec.decodeClientEvent(json));
	}

	@Test
	void namesOfBetaAreRead() {
		String json = "{\"type\":\"response.create\",\"response\":{\"modalities\":[\"text\"]}}";
		assertThat(this.reader.read(json)).isInstanceOfSatisfying(ResponseCreate.class,
				(create) -> assertThat(create.response().outputModalities()).containsExactly(Modality.TEXT));
	}

	@Test
	void escapedNamesAreTheNamesThatTheyAre() {
		assertThat(this.reader.read("{\"typ\\u0065\":\"input_audio_buffer.append\",\"\\u0061udio\":\"AAAA\"}"))
			.isInstanceOf(InputAudioBufferAppend.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'new.event'}", "{'type':'response.create','response':''}",
			"{'type':'response.create','response':[]}", "{'type':'response.create','response':'','response':{}}",
			"{'type':'response.create','response':{},'respons\\u0065':{}}",
			"{'type':'response.create','response':{'metadata':''}}",
			"{'type':'response.create','response':{'metadata':{'a':1}}}",
			"{'type':'response.create','response':{'metadata':{'a':'b','a':'c'}}}",
			"{'type':'response.create','response':{'new':1}}", "{'type':'response.create','response':{'new':null}}",
			"{'type':'response.create','new':null}", "{'type':'response.create','response':{'extra':{}}}",
			"{'type':'response.create','response':{'extra':null}}",
			"{'type':'response.create','response':{'extra':{'tools':[]}}}",
			"{'type':'response.create','response':{'modalities':['text'],'output_modalities':['audio']}}",
			"{'type':'response.create','response':{'output_modalities':'text'}}",
			"{'type':'response.create','response':{'output_modalities':[null]}}",
			"{'type':'response.create','response':{'max_output_tokens':'4096'}}",
			"{'type':'response.create','response':{'max_output_tokens':{}}}",
			"{'type':'response.create','response':{'max_output_tokens':1e2}}",
			"{'type':'response.create','response':{'max_output_tokens':1e999999999}}",
			"{'type':'response.create','Response':{'instructions':'x'}}", "{'type':'response.create','extra':{'a':1}}",
			"{'type':'response.create','type':'input_audio_buffer.clear'}", "{'type':'response.create','json':{}}",
			"{'type':'input_audio_buffer.append','audio':'AAAA','new':1}",
			"{'type':'input_audio_buffer.append','audio':'AAAA','obfuscation':'x'}",
			"{'type':'input_audio_buffer.append','audio':'AAAA','audio':'BBBB'}",
			"{'type':'input_audio_buffer.append','audio':'AA\nAA'}",
			"{'type':'input_audio_buffer.append','audio':['AAAA']}", "{'type':'input_audio_buffer.append','audio':7}",
			"{'type':'input_audio_buffer.commit','event_id':7}",
			"{'type':'conversation.item.truncate','item_id':'i','content_index':'0','audio_end_ms':10}",
			"{'type':'conversation.item.truncate','item_id':'i','content_index':0,'audio_end_ms':1.5}",
			"{'type':'conversation.item.truncate','item_id':'i','content_index':0,'audio_end_ms':99999999999999999999}",
			"{'type':'conversation.item.create','item':{'type':'message','role':'user','content':[{'type':'new'}]}}",
			"{'type':'conversation.item.create','item':{'type':'message','role':'user',"
					+ "'content':[{'type':'input_text','text':'a','new':1}]}}",
			"{'type':'conversation.item.create','item':{'type':'message','role':'user',"
					+ "'content':[{'type':'input_text','text':{'a':1}}]}}",
			"{'type':'conversation.item.create','item':{'type':'message','role':'user','role':'system'}}",
			"{'type':'conversation.item.create','item':{'type':'message','role':'user','new':1}}",
			"{'type':'conversation.item.create','item':{'type':'new'}}" })
	void whatIsNotAllInTheEventIsRefused(String event) {
		String json = event.replace('\'', '"');
		assertThatExceptionOfType(InexactEventException.class).as(json)
			.isThrownBy(() -> this.reader.read(json))
			.satisfies((ex) -> assertThat(ex.event()).isNotNull());
	}

	@Test
	void memberThatIsNotKnownIsNamed() {
		assertThatExceptionOfType(InexactEventException.class)
			.isThrownBy(() -> this.reader.read("{\"type\":\"response.create\",\"response\":{\"new\":1}}"))
			.withMessage("The member 'response.new' is not known, or has another form");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "7", "[]", "{}", "{\"type\":7}", "{\"type\":\"response.create\"} {}",
			"{\"type\":\"input_audio_buffer.append\",\"audio\":\"AAAA\"}}", "{\"type\":\"response.create\"" })
	void malformedTextIsNoEvent(String json) {
		assertThatExceptionOfType(RealtimeCodecException.class).isThrownBy(() -> this.reader.read(json))
			.isNotInstanceOf(InexactEventException.class);
	}

	// Halves of characters are replaced on their way out
	private static JsonNode wellFormed(String json) {
		String text = Json.read(json).toString();
		return Json.read(new String(text.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16));
	}

	private @Nullable ClientEvent readOrRefuse(String json) {
		try {
			return this.reader.read(json);
		}
		catch (RealtimeCodecException ex) {
			return null;
		}
	}

}
