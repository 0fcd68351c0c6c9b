package io.realtime4j.codec;

import io.realtime4j.audio.AudioData;
import io.realtime4j.audio.Base64Audio;

/**
 * Goes through the members of a flat JSON object in the order in which servers write
 * them. Whatever it does not expect, such as another order, an escape or a further
 * member, makes it give up: it then answers anything, which is of no meaning.
 *
 * @since 0.1.0
 */
public final class MemberCursor {

	private static final String PADDING = "obfuscation";

	private static final int MAX_DIGITS = 18;

	private final String json;

	private final Base64Audio base64;

	private int position;

	private boolean failed;

	MemberCursor(String json, int position, Base64Audio base64) {
		this.json = json;
		this.position = position;
		this.base64 = base64;
	}

	/**
	 * Read a text.
	 * @param name the name that the next member has to have
	 * @return the text
	 */
	public String text(String name) {
		advanceTo(name);
		return value();
	}

	/**
	 * Read audio. Its base64 text stays where it is and is not looked at.
	 * @param name the name that the next member has to have
	 * @return the audio
	 */
	public AudioData audio(String name) {
		advanceTo(name);
		expect('"');
		int start = this.position;
		int end = this.failed ? -1 : this.json.indexOf('"', start);
		int escape = (end < 0) ? -1 : this.json.indexOf('\\', start);
		if (end < 0 || (escape >= 0 && escape < end)) {
			return AudioData.ofBase64(fail());
		}
		this.position = end + 1;
		return this.base64.read(this.json, start, end);
	}

	/**
	 * Read a number.
	 * @param name the name that the next member has to have
	 * @return the number
	 */
	public long number(String name) {
		advanceTo(name);
		int start = this.position;
		long number = 0;
		while (!this.failed && isDigit(this.position)) {
			number = number * 10 + (this.json.charAt(this.position++) - '0');
		}
		int digits = this.position - start;
		boolean leadingZero = digits > 1 && this.json.charAt(start) == '0';
		if (digits == 0 || digits > MAX_DIGITS || leadingZero) {
			fail();
		}
		return number;
	}

	/**
	 * Return whether everything was as expected and the object ends here, apart from
	 * padding.
	 */
	boolean isComplete() {
		if (hasMore()) {
			text(PADDING);
		}
		return isAtEnd();
	}

	/**
	 * Return whether everything was as expected and the object ends here.
	 */
	boolean isAtEnd() {
		expect('}');
		return !this.failed && this.position == this.json.length();
	}

	private boolean hasMore() {
		return !this.failed && this.position < this.json.length() && this.json.charAt(this.position) == ',';
	}

	/**
	 * Return whether there is a next member and its name begins so.
	 * @param name the name
	 * @return whether the next member can be read by this name
	 */
	public boolean isAt(String name) {
		return hasMore() && this.json.startsWith(name, this.position + 2);
	}

	private void advanceTo(String name) {
		expect(',');
		expect('"');
		if (!this.failed && this.json.startsWith(name, this.position)) {
			this.position += name.length();
			expect('"');
			expect(':');
		}
		else {
			fail();
		}
	}

	private String value() {
		expect('"');
		int start = this.position;
		int end = this.failed ? -1 : end(start);
		if (end < 0) {
			return fail();
		}
		this.position = end + 1;
		return this.json.substring(start, end);
	}

	private int end(int start) {
		String text = this.json;
		int length = text.length();
		for (int i = start; i < length; i++) {
			char character = text.charAt(i);
			if (character <= '"' || character == '\\') {
				if (character == '"') {
					return i;
				}
				if (character < ' ' || character == '\\') {
					return -1;
				}
			}
		}
		return -1;
	}

	private void expect(char character) {
		if (!this.failed && this.position < this.json.length() && this.json.charAt(this.position) == character) {
			this.position++;
		}
		else {
			this.failed = true;
		}
	}

	private boolean isDigit(int index) {
		return index < this.json.length() && this.json.charAt(index) >= '0' && this.json.charAt(index) <= '9';
	}

	private String fail() {
		this.failed = true;
		return "";
	}

}
