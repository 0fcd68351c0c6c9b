package io.realtime4j.simulator.session;

import java.util.Base64;

import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.support.SessionHarness;
import io.realtime4j.simulator.wire.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class ItemTests {

	private final SessionHarness harness = SessionHarness.open();

	@Test
	void itemKeepsTheIdOfTheClient() {
		create("a", null);
		assertThat(this.harness.types()).endsWith("conversation.item.added", "conversation.item.done");
		assertThat(this.harness.last("conversation.item.done").at("/item/id").asString()).isEqualTo("a");
		assertThat(this.harness.last("conversation.item.done").path("previous_item_id").isNull()).isTrue();
	}

	@Test
	void itemIsInsertedWhereTheClientWants() {
		create("a", null);
		create("b", null);
		create("c", "a");
		create("first", "root");
		assertThat(this.harness.all("conversation.item.added"))
			.extracting((event) -> event.path("previous_item_id").asString("none"))
			.containsExactly("none", "a", "a", "none");
		create("last", null);
		assertThat(this.harness.last("conversation.item.added").path("previous_item_id").asString()).isEqualTo("b");
	}

	@Test
	void unknownPreviousItemIsRefused() {
		create("a", "nowhere");
		assertThat(this.harness.lastError().path("code").asString()).isEqualTo("item_create_invalid_previous_item_id");
	}

	@Test
	void duplicateIdIsRefused() {
		create("a", null);
		create("a", null);
		assertThat(this.harness.lastError().path("param").asString()).isEqualTo("item.id");
		assertThat(this.harness.all("conversation.item.added")).hasSize(1);
	}

	@Test
	void deletedItemIsGone() {
		create("a", null);
		this.harness.send("{'type':'conversation.item.delete','item_id':'a'}");
		assertThat(this.harness.last("conversation.item.deleted").path("item_id").asString()).isEqualTo("a");
		this.harness.send("{'type':'conversation.item.retrieve','item_id':'a','event_id':'r'}");
		ObjectNode error = this.harness.lastError();
		assertThat(error.path("code").asString()).isEqualTo("item_retrieve_invalid_item_id");
		assertThat(error.path("message").asString())
			.isEqualTo("Error retrieving item: the item with id 'a' does not exist.");
		assertThat(error.path("event_id").asString()).isEqualTo("r");
	}

	@Test
	void retrievedItemHasItsSound() {
		String itemId = speak(1000);
		this.harness.send("{'type':'conversation.item.retrieve','item_id':'" + itemId + "'}");
		String audio = this.harness.last("conversation.item.retrieved").at("/item/content/0/audio").asString();
		assertThat(Base64.getDecoder().decode(audio)).hasSize(48000);
	}

	@Test
	void truncatedAnswerLosesItsEndAndItsWords() {
		String itemId = speak(2000);
		truncate(itemId, 1500);
		ObjectNode truncated = this.harness.last("conversation.item.truncated");
		assertThat(truncated.path("audio_end_ms").asInt()).isEqualTo(1500);
		this.harness.send("{'type':'conversation.item.retrieve','item_id':'" + itemId + "'}");
		assertThat(this.harness.last("conversation.item.retrieved").at("/item/content/0/transcript").asString())
			.isEmpty();
		truncate(itemId, 1600);
		assertThat(this.harness.lastError().path("message").asString())
			.isEqualTo("Audio content of 1500ms is already shorter than 1600ms");
		assertThat(this.harness.lastError().path("code").asString()).isEqualTo("invalid_value");
	}

	@Test
	void onlySpokenAnswersAreTruncated() {
		create("a", null);
		truncate("a", 100);
		assertThat(this.harness.lastError().path("code").asString()).isEqualTo("unsupported_content_type");
		assertThat(this.harness.lastError().path("message").asString())
			.isEqualTo("Only model output audio messages can be truncated");
		truncate("nowhere", 100);
		assertThat(this.harness.lastError().path("code").asString()).isEqualTo("item_truncate_invalid_item_id");
	}

	@Test
	void contentMustFitItsRole() {
		this.harness.send("{'type':'conversation.item.create','item':{'type':'message','role':'user','content':"
				+ "[{'type':'text','text':'x'}]}}");
		assertThat(this.harness.lastError().path("message").asString())
			.isEqualTo("Invalid value: 'text'. Supported values are: 'input_text', 'input_audio', and 'input_image'.");
		assertThat(this.harness.lastError().path("param").asString()).isEqualTo("item.content[0].type");
		this.harness.send("{'type':'conversation.item.create','item':{'type':'message','role':'assistant','content':"
				+ "[{'type':'output_audio','transcript':'x'}]}}");
		assertThat(this.harness.lastError().path("message").asString())
			.isEqualTo("Missing required parameter: 'item.content[0].text'.");
	}

	private void create(String id, String previous) {
		String place = (previous != null) ? "'previous_item_id':'" + previous + "'," : "";
		this.harness.send("{'type':'conversation.item.create'," + place + "'item':{'id':'" + id
				+ "','type':'message','role':'user','content':[{'type':'input_text','text':'x'}]}}");
	}

	private String speak(int millis) {
		this.harness.script().addReply(ModelReply.builder().audio("Some words.", new byte[48 * millis]).build());
		return Json.text(this.harness.answer().at("/output/0"), "id", "");
	}

	private void truncate(String itemId, int millis) {
		this.harness.send("{'type':'conversation.item.truncate','item_id':'" + itemId
				+ "','content_index':0,'audio_end_ms':" + millis + "}");
	}

}
