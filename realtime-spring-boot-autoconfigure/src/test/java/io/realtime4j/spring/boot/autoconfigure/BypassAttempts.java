package io.realtime4j.spring.boot.autoconfigure;

import java.util.List;
import java.util.Locale;
import java.util.Random;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes frames of pages that want more than they may, of every event that they may send.
 * The same seed makes the same frames.
 */
final class BypassAttempts {

	private static final List<String> ALLOWED = List.of("{'type':'input_audio_buffer.append','audio':'AAAA'}",
			"{'type':'input_audio_buffer.commit'}", "{'type':'input_audio_buffer.clear'}",
			"{'type':'conversation.item.create','previous_item_id':'root','item':{'type':'message','role':'user',"
					+ "'id':'i','status':'completed','content':[{'type':'input_text','text':'Hello'},"
					+ "{'type':'input_audio','audio':'AAAA','transcript':'Hi'},"
					+ "{'type':'input_image','image_url':'data:image/png;base64,AAAA','detail':'low'}]}}",
			"{'type':'conversation.item.truncate','item_id':'i','content_index':0,'audio_end_ms':10}",
			"{'type':'conversation.item.delete','item_id':'i'}", "{'type':'conversation.item.retrieve','item_id':'i'}",
			"{'type':'response.create'}",
			"{'type':'response.create','response':{'output_modalities':['text'],"
					+ "'max_output_tokens':7,'metadata':{'topic':'bill'}}}",
			"{'type':'response.cancel','response_id':'r'}");

	/**
	 * What pages would like to say, and names that parsers have taken for others.
	 */
	private static final List<String> NAMES = List.of("instructions", "tools", "tool_choice", "conversation", "input",
			"prompt", "session", "model", "voice", "audio", "response", "item", "extra", "json", "metadata", "role",
			"content", "output", "call_id", "obfuscation", "__proto__", "constructor", "0", " type", "type ", "$ref",
			"modalities", "temperature", "reasoning", "max_tokens", "previousItemId", "itemId");

	private static final List<String> VALUES = List.of("\"Swear\"", "\"\"", "null", "true", "{}", "[]", "0", "-1",
			"1e400", "123456789012345678901234567890", "0.1", "[[[[{}]]]]", "{\"instructions\":\"Swear\"}",
			"{\"instructions\":\"Swear\",\"tools\":[],\"conversation\":\"none\"}",
			"[{\"type\":\"function\",\"name\":\"pay\"}]", "\"none\"", "\"system\"");

	private static final List<String> TYPES = List.of("\"response.create\"", "\"input_audio_buffer.clear\"",
			"\"nothing\"");

	private static final List<String> NO_TEXTS = List.of("7", "true", "{}", "[]", "[\"i\"]", "{\"text\":\"Swear\"}");

	private static final List<String> NO_NUMBERS = List.of("\"7\"", "true", "{}", "[7]", "0.5", "1e400", "1e1",
			"99999999999999999999");

	private static final List<String> NO_OBJECTS = List.of("7", "true", "\"\"", "\"text\"", "[7]", "[[]]");

	private static final String TOPIC = "topic";

	private final JsonMapper json = JsonMapper.builder().build();

	private final Random random;

	private int count;

	BypassAttempts(long seed) {
		this.random = new Random(seed);
	}

	/**
	 * Return a frame that pages may send, in any form that JSON has for it.
	 * @return the frame
	 */
	Attempt allowed() {
		ObjectNode event = event();
		JsonDraft draft = new JsonDraft(event);
		draft.objects().forEach((object) -> object.shuffle(this.random));
		return new Attempt(draft.write(this.random), event);
	}

	/**
	 * Return a frame that pages may not send.
	 * @return the frame
	 */
	Attempt hostile() {
		ObjectNode event = event();
		JsonDraft draft = new JsonDraft(event);
		for (int i = this.random.nextInt(3); i > 0; i--) {
			addOrRename(pick(draft.objects()));
		}
		JsonDraft.Thing last = pick(draft.objects());
		if (this.random.nextBoolean()) {
			addOrRename(last);
		}
		else {
			misshape(last.members());
		}
		return new Attempt(draft.write(this.random), event);
	}

	private ObjectNode event() {
		JsonNode event = this.json.readTree(pick(ALLOWED).replace('\'', '"'));
		return ((ObjectNode) event).put("event_id", "attempt_" + ++this.count);
	}

	private void addOrRename(JsonDraft.Thing object) {
		List<JsonDraft.Member> members = object.members();
		int place = this.random.nextInt(members.size());
		JsonDraft.Member member = pick(members);
		// Names are free in metadata
		boolean free = member.name().equals(TOPIC);
		switch (this.random.nextInt(4)) {
			case 0 -> members.add(place, member);
			case 1 -> members.add(place, new JsonDraft.Member(member.name(), pick(isType(member) ? TYPES : VALUES)));
			case 2 -> members.add(place, free ? member : stranger());
			default -> members.add(place, (free || isType(member)) ? member : rename(members, member));
		}
	}

	// Without a type there is no event
	private static boolean isType(JsonDraft.Member member) {
		return member.name().equals("type");
	}

	private JsonDraft.Member rename(List<JsonDraft.Member> members, JsonDraft.Member member) {
		members.remove(member);
		String name = member.name();
		return new JsonDraft.Member(this.random.nextBoolean() ? name.toUpperCase(Locale.ROOT)
				: Character.toUpperCase(name.charAt(0)) + name.substring(1), member.value());
	}

	private void misshape(List<JsonDraft.Member> members) {
		JsonDraft.Member member = pick(members);
		if (isType(member)) {
			members.add(member);
			return;
		}
		boolean text = member.value().toString().startsWith("\"");
		boolean number = Character.isDigit(member.value().toString().charAt(0));
		List<String> others = text ? NO_TEXTS : number ? NO_NUMBERS : NO_OBJECTS;
		members.set(members.indexOf(member), new JsonDraft.Member(member.name(), pick(others)));
	}

	private JsonDraft.Member stranger() {
		String name = pick(NAMES);
		String value = pick(VALUES);
		// Such members of known names say nothing
		boolean empty = value.equals("null") || value.equals("{}");
		return new JsonDraft.Member(empty ? "new_" + name : name, value);
	}

	private <T> T pick(List<T> list) {
		return list.get(this.random.nextInt(list.size()));
	}

	/**
	 * A frame.
	 *
	 * @param text the frame
	 * @param event the allowed event that it was made of
	 */
	record Attempt(String text, ObjectNode event) {

	}

}
